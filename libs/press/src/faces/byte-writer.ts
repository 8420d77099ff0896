/** A growing strip of bytes: content streams and font tables are written here number by number, without strings in between. */
export class ByteWriter {
  private bytes: Uint8Array
  private length = 0

  constructor(capacity = 4096) {
    this.bytes = new Uint8Array(capacity)
  }

  get size(): number {
    return this.length
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1)
    this.bytes[this.length++] = value
  }

  uint16(value: number): void {
    this.byte(value >> 8)
    this.byte(value & 0xff)
  }

  uint32(value: number): void {
    this.uint16(value >>> 16)
    this.uint16(value & 0xffff)
  }

  chunk(chunk: Uint8Array): void {
    if (this.length + chunk.length > this.bytes.length) this.grow(chunk.length)
    this.bytes.set(chunk, this.length)
    this.length += chunk.length
  }

  /** Text of one byte a character: operators and names. */
  ascii(text: string): void {
    if (this.length + text.length > this.bytes.length) this.grow(text.length)
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i)
  }

  /** A decimal number with at most three places and no needless zero: 12, -0.5, 3.142. */
  number(value: number): void {
    // Rounded so that nothing becomes -0, which would not be a whole number to V8.
    let milli = Math.floor(value * 1000 + 0.5)
    if (milli < 0) {
      this.byte(0x2d)
      milli = -milli
    }
    const whole = Math.floor(milli / 1000)
    this.digits(whole)
    const rest = milli - whole * 1000
    if (rest === 0) return
    this.byte(0x2e)
    this.byte(0x30 + Math.floor(rest / 100))
    if (rest % 100 !== 0) this.byte(0x30 + (Math.floor(rest / 10) % 10))
    if (rest % 10 !== 0) this.byte(0x30 + (rest % 10))
  }

  /** One byte inside a PDF literal string: brackets, the backslash and the carriage return are escaped. */
  literal(value: number): void {
    if (value === 0x28 || value === 0x29 || value === 0x5c) this.byte(0x5c)
    if (value === 0x0d) {
      this.byte(0x5c)
      this.byte(0x72)
    } else {
      this.byte(value)
    }
  }

  /** A copy of what was written, and an empty strip to go on with. */
  take(): Uint8Array {
    const copy = this.bytes.slice(0, this.length)
    this.length = 0
    return copy
  }

  /** What was written so far; a view, not a copy. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  private digits(whole: number): void {
    if (whole < 10) {
      this.byte(0x30 + whole)
      return
    }
    let scale = 10
    while (scale * 10 <= whole) scale *= 10
    for (; scale >= 1; scale /= 10) this.byte(0x30 + (Math.floor(whole / scale) % 10))
  }

  private grow(needed: number): void {
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + needed))
    grown.set(this.bytes)
    this.bytes = grown
  }
}

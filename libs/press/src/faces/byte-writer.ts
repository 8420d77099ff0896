/** Bytes a number takes at most: a sign, the sixteen places of a whole number, a point and three. */
const LONGEST = 24

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
    if (this.length + LONGEST > this.bytes.length) this.grow(LONGEST)
    const { bytes } = this
    // Rounded so that nothing becomes -0, which would not be a whole number to V8.
    let milli = Math.floor(value * 1000 + 0.5)
    if (milli < 0) {
      bytes[this.length++] = 0x2d
      milli = -milli
    }
    const whole = Math.floor(milli / 1000)
    this.digits(whole)
    const rest = milli - whole * 1000
    if (rest === 0) return
    const tenths = Math.floor(rest / 100)
    const hundredths = Math.floor(rest / 10) - 10 * tenths
    const thousandths = rest % 10
    bytes[this.length++] = 0x2e
    bytes[this.length++] = 0x30 + tenths
    if (hundredths === 0 && thousandths === 0) return
    bytes[this.length++] = 0x30 + hundredths
    if (thousandths !== 0) bytes[this.length++] = 0x30 + thousandths
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

  /** A code of two bytes inside a PDF literal string. */
  code(value: number): void {
    const high = value >> 8
    const low = value & 0xff
    if (escaped[high] === 1 || escaped[low] === 1) {
      this.literal(high)
      this.literal(low)
      return
    }
    if (this.length + 2 > this.bytes.length) this.grow(2)
    this.bytes[this.length] = high
    this.bytes[this.length + 1] = low
    this.length += 2
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

  /** A whole number, its places written from the last to the first. */
  private digits(whole: number): void {
    const { bytes } = this
    let places = 1
    for (let bound = 10; bound <= whole; bound *= 10) places += 1
    let left = whole
    for (let at = this.length + places - 1; at >= this.length; at--) {
      const tens = Math.floor(left / 10)
      bytes[at] = 0x30 + left - 10 * tens
      left = tens
    }
    this.length += places
  }

  private grow(needed: number): void {
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + needed))
    grown.set(this.bytes)
    this.bytes = grown
  }
}

/** Which bytes are written as two in a literal string. Source: ISO 32000-1 §7.3.4.2. */
const escaped = new Uint8Array(256)
for (const byte of [0x28, 0x29, 0x5c, 0x0d]) escaped[byte] = 1

/** One value of the Basic Encoding Rules, with its children where it has any. Source: ITU-T X.690, definite lengths only, as LDAP has it (RFC 4511, 5.1). */
export interface Ber {
  readonly tag: number
  readonly bytes: Buffer
}

/** Every value of a buffer in turn. */
export function readBer(buffer: Buffer): Ber[] {
  const values: Ber[] = []
  for (let at = 0; at < buffer.length; ) {
    const { tag, start, end } = extent(buffer, at) ?? { tag: 0, start: at, end: Number.NaN }
    if (!(end <= buffer.length)) throw new Error('a value is cut off')
    values.push({ tag, bytes: buffer.subarray(start, end) })
    at = end
  }
  return values
}

/** Where the value beginning here ends; undefined while its length has not arrived. */
export function extent(buffer: Buffer, at: number): { tag: number; start: number; end: number } | undefined {
  const [tag, first] = [buffer[at], buffer[at + 1]]
  if (tag === undefined || first === undefined) return undefined
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first }
  const octets = first & 0x7f
  if (buffer.length < at + 2 + octets) return undefined
  const start = at + 2 + octets
  return { tag, start, end: start + buffer.readUIntBE(at + 2, octets) }
}

export function writeBer(tag: number, content: Buffer | readonly Buffer[]): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.concat(content)
  const length = bytes.length < 0x80 ? [bytes.length] : [0x82, bytes.length >> 8, bytes.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), bytes])
}

export const integer = (value: number, tag = 0x02): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return writeBer(tag, bytes)
}
export const octets = (text: string, tag = 0x04): Buffer => writeBer(tag, Buffer.from(text, 'utf8'))
export const numberIn = (value: Ber | undefined): number => (value === undefined ? 0 : value.bytes.readIntBE(0, value.bytes.length))
export const textIn = (value: Ber | undefined): string => value?.bytes.toString('utf8') ?? ''

/** The part of the tape archive format a backup needs: plain files with short names, so that any `tar` can look inside. */
export const tarBlock = 512

/** What stands before a file's bytes. */
export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`“${name}” is too long a name for the archive`)
  const header = Buffer.alloc(tarBlock)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(octal(size, 11), 124)
  header.write(octal(0, 11), 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** What stands after them, up to the next block. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((tarBlock - (size % tarBlock)) % tarBlock)

export const tarEnd = (): Buffer => Buffer.alloc(2 * tarBlock)

/** Name and size out of a header; undefined for the end of the archive; throws for one that was damaged. */
export function readTarHeader(header: Buffer): { readonly name: string; readonly size: number } | undefined {
  if (header.every((byte) => byte === 0)) return undefined
  const blanked = Buffer.from(header)
  blanked.write('        ', 148)
  if (checksum(blanked) !== Number.parseInt(header.toString('latin1', 148, 154), 8)) throw new Error('the archive is damaged')
  return {
    name: header.toString('utf8', 0, Math.min(100, header.indexOf(0))),
    size: Number.parseInt(header.toString('latin1', 124, 135), 8),
  }
}

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`

const checksum = (header: Buffer): number => header.reduce((sum, byte) => sum + byte, 0)

/** Just enough of the sfnt container (ISO/IEC 14496-22 clause 4) to give a subset face a name of our own. */

const pad = (bytes) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

function checksum(bytes) {
  const padded = pad(bytes)
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}

/** A `name` table (clause 5.2.5) with family, style, unique id, full name, version and PostScript name, Windows and Mac. */
export function nameTable(family) {
  const names = {
    1: family,
    2: 'Regular',
    3: `${family} 1.0`,
    4: family,
    5: 'Version 1.0',
    6: `${family.replace(/\s/g, '')}-Regular`,
    13: 'SIL Open Font License, Version 1.1',
  }
  const ids = Object.keys(names).map(Number)
  const strings = ids.map((id) => Buffer.from(names[id], 'utf16le').swap16())
  const header = Buffer.alloc(6 + 12 * ids.length)
  header.writeUInt16BE(0, 0)
  header.writeUInt16BE(ids.length, 2)
  header.writeUInt16BE(header.length, 4)
  let offset = 0
  ids.forEach((id, index) => {
    const at = 6 + 12 * index
    ;[3, 1, 0x409, id, strings[index].length, offset].forEach((value, n) => {
      header.writeUInt16BE(value, at + 2 * n)
    })
    offset += strings[index].length
  })
  return Buffer.concat([header, ...strings])
}

/** The same font with one table replaced, offsets and checksums set right. */
export function replaceTable(font, tag, table) {
  const count = font.readUInt16BE(4)
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 12 + 16 * index
    const name = font.toString('latin1', at, at + 4)
    const offset = font.readUInt32BE(at + 8)
    const data = Buffer.from(font.subarray(offset, offset + font.readUInt32BE(at + 12)))
    return { name, data: name === tag ? table : data }
  })
  const head = tables.find((one) => one.name === 'head')
  head.data.writeUInt32BE(0, 8)
  const directory = Buffer.alloc(12 + 16 * count)
  font.copy(directory, 0, 0, 12)
  let offset = directory.length
  tables.forEach((one, index) => {
    const at = 12 + 16 * index
    directory.write(one.name, at, 'latin1')
    directory.writeUInt32BE(checksum(one.data), at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(one.data.length, at + 12)
    offset += pad(one.data).length
  })
  const whole = Buffer.concat([directory, ...tables.map((one) => pad(one.data))])
  const headAt = directory.length + tables.slice(0, tables.indexOf(head)).reduce((sum, one) => sum + pad(one.data).length, 0)
  whole.writeUInt32BE((0xb1b0afba - checksum(whole)) >>> 0, headAt + 8)
  return whole
}

import { zlibSync } from 'fflate'

/** A PNG of given rows: each row is its filter and its bytes. */
export function png(width: number, height: number, bits: number, type: number, rows: number[][], interlace = 0): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([bits, type, 0, 0, interlace], 8)
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return Uint8Array.from([
    ...signature,
    ...chunk('IHDR', header),
    ...chunk('IDAT', zlibSync(Uint8Array.from(rows.flat()))),
    ...chunk('IEND', new Uint8Array(0)),
  ])
}

function chunk(tag: string, data: Uint8Array): number[] {
  const length = [data.length >>> 24, (data.length >> 16) & 255, (data.length >> 8) & 255, data.length & 255]
  return [...length, ...[...tag].map((letter) => letter.charCodeAt(0)), ...data, 0, 0, 0, 0]
}

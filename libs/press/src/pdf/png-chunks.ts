/** A PNG's chunks, as far as drawing needs them. Source: ISO/IEC 15948 (PNG) clause 11. */
export interface Png {
  readonly width: number
  readonly height: number
  readonly bits: number
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly type: number
  readonly interlaced: boolean
  readonly data: Uint8Array
  readonly palette: Uint8Array | null
  readonly transparency: Uint8Array | null
}

export const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47

/** Reads the chunks; a file that ends too early throws. */
export function readPng(bytes: Uint8Array): Png {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  let palette: Uint8Array | null = null
  let transparency: Uint8Array | null = null
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at)
    const tag = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (data.length < length) throw new Error('the picture ends too early')
    if (tag === 'IDAT') parts.push(data)
    else if (tag === 'PLTE') palette = data
    else if (tag === 'tRNS') transparency = data
    at += 12 + length
  }
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  parts.reduce((at, part) => {
    joined.set(part, at)
    return at + part.length
  }, 0)
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bits: view.getUint8(24),
    type: view.getUint8(25),
    interlaced: view.getUint8(28) === 1,
    data: joined,
    palette,
    transparency,
  }
}

/** Samples a pixel. */
export const channelsOf = (png: Png): number => ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 })[png.type] ?? 1

import type { FontTables } from './sfnt.js'

/** From a code point to a glyph; 0 where the face has none. */
export type GlyphLookup = (codePoint: number) => number

/** The Unicode character map of a face: format 12 where there is one, else format 4. Source: ISO/IEC 14496-22 clause 5.2.1. */
export function readCmap(tables: FontTables): GlyphLookup {
  const { view } = tables
  const cmap = tables.offset('cmap')
  const subtables = new Map<number, number>()
  const count = view.getUint16(cmap + 2)
  for (let index = 0; index < count; index++) {
    const at = cmap + 4 + 8 * index
    const platform = view.getUint16(at)
    const offset = cmap + view.getUint32(at + 4)
    if (platform === 0 || platform === 3) subtables.set(view.getUint16(offset), offset)
  }
  const full = subtables.get(12)
  if (full !== undefined) return segmented(view, full)
  const basic = subtables.get(4)
  return basic === undefined ? () => 0 : basicPlane(view, basic)
}

/** Format 12: sorted groups of code points over all planes, searched in the file itself. */
function segmented(view: DataView, at: number): GlyphLookup {
  const count = view.getUint32(at + 12)
  const group = (index: number): number => at + 16 + 12 * index
  return (codePoint) => {
    const index = firstAtLeast(count, codePoint, (one) => view.getUint32(group(one) + 4))
    if (index === count || codePoint < view.getUint32(group(index))) return 0
    return view.getUint32(group(index) + 8) + codePoint - view.getUint32(group(index))
  }
}

/** Format 4: segments of the basic plane. */
function basicPlane(view: DataView, at: number): GlyphLookup {
  const doubled = view.getUint16(at + 6)
  const count = doubled / 2
  return (codePoint) => {
    const index = firstAtLeast(count, codePoint, (one) => view.getUint16(at + 14 + 2 * one))
    if (codePoint > 0xffff || index === count) return 0
    const start = view.getUint16(at + 16 + doubled + 2 * index)
    if (codePoint < start) return 0
    const delta = view.getUint16(at + 16 + 2 * doubled + 2 * index)
    const rangeAt = at + 16 + 3 * doubled + 2 * index
    const range = view.getUint16(rangeAt)
    if (range === 0) return (codePoint + delta) & 0xffff
    const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}

/** The first of `count` sorted values that is not below `wanted`; `count` when all are. */
function firstAtLeast(count: number, wanted: number, valueAt: (index: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

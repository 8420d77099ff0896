import type { FontTables } from './sfnt.js'

const SINGLE = 1
const EXTENSION = 7

/**
 * One glyph for another by a feature of the face, as `fwid` (full width) and `pwid` (proportional); the same glyph where the feature says nothing.
 * Source: ISO/IEC 14496-22 clause 6.3.3, lookup type 1. Not: scripts and languages (these features are the same in all of them).
 */
export function readSubstitutions(tables: FontTables, feature: string): (glyph: number) => number {
  const gsub = tables.offset('GSUB')
  if (gsub < 0) return (glyph) => glyph
  const { view } = tables
  const lookups = gsub + view.getUint16(gsub + 8)
  const subtables = lookupsOf(view, gsub + view.getUint16(gsub + 6), feature).flatMap((index) =>
    singleSubtables(view, lookups + view.getUint16(lookups + 2 + 2 * index)),
  )
  return (glyph) => {
    for (const at of subtables) {
      const other = substitute(view, at, glyph)
      if (other !== null) return other
    }
    return glyph
  }
}

function lookupsOf(view: DataView, features: number, wanted: string): number[] {
  const found = new Set<number>()
  const count = view.getUint16(features)
  for (let index = 0; index < count; index++) {
    const at = features + 2 + 6 * index
    const tag = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
    if (tag !== wanted) continue
    const table = features + view.getUint16(at + 4)
    const size = view.getUint16(table + 2)
    for (let n = 0; n < size; n++) found.add(view.getUint16(table + 4 + 2 * n))
  }
  return [...found].sort((a, b) => a - b)
}

function singleSubtables(view: DataView, lookup: number): number[] {
  const type = view.getUint16(lookup)
  const count = view.getUint16(lookup + 4)
  const offsets = Array.from({ length: count }, (_, index) => lookup + view.getUint16(lookup + 6 + 2 * index))
  if (type === SINGLE) return offsets
  if (type !== EXTENSION) return []
  return offsets.filter((at) => view.getUint16(at + 2) === SINGLE).map((at) => at + view.getUint32(at + 4))
}

function substitute(view: DataView, at: number, glyph: number): number | null {
  const covered = coverageIndex(view, at + view.getUint16(at + 2), glyph)
  if (covered < 0) return null
  return view.getUint16(at) === 1 ? (glyph + view.getInt16(at + 4)) & 0xffff : view.getUint16(at + 6 + 2 * covered)
}

/** Place of a glyph in a coverage table, or -1. Source: ISO/IEC 14496-22 clause 6.2.6. */
function coverageIndex(view: DataView, at: number, glyph: number): number {
  const count = view.getUint16(at + 2)
  if (view.getUint16(at) === 1) {
    for (let index = 0; index < count; index++) if (view.getUint16(at + 4 + 2 * index) === glyph) return index
    return -1
  }
  for (let index = 0; index < count; index++) {
    const range = at + 4 + 6 * index
    if (glyph >= view.getUint16(range) && glyph <= view.getUint16(range + 2))
      return view.getUint16(range + 4) + glyph - view.getUint16(range)
  }
  return -1
}

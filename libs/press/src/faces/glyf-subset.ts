import { ByteWriter } from './byte-writer.js'
import { advanceOf, bearingOf, type Sfnt } from './sfnt.js'
import { plainSort, type Sort } from './sort.js'

/** Flags of a composite glyph's parts. Source: ISO/IEC 14496-22 §5.3.3.2. */
const wordArguments = 0x0001
const positions = 0x0002
const oneScale = 0x0008
const moreParts = 0x0020
const twoScales = 0x0040
const matrix = 0x0080

/**
 * A font file with only the sorts a document draws, in the order given (the .notdef first), parts of composites added at the end.
 * Outlines are copied, not re-encoded: a bulletin's 1,500 glyphs take a few milliseconds.
 * Source: ISO 32000-1 §9.9 (tables a CIDFontType2 program needs).
 */
export const subsetGlyf = (font: Sfnt, sorts: readonly Sort[]): Uint8Array => assembleFont(outlineTables(font, sorts))

export type FontTable = readonly [tag: string, bytes: Uint8Array]

/** The tables that draw a choice of sorts, and their measures. */
export function outlineTables(font: Sfnt, sorts: readonly Sort[]): FontTable[] {
  const outlines = collectOutlines(font, sorts)
  return [
    ...copyTables(font, ['cvt ', 'fpgm', 'prep']),
    ['glyf', outlines.glyf],
    ['head', patched(font, 'head', [[50, outlines.wide ? 1 : 0]])],
    ['hhea', patched(font, 'hhea', [[34, outlines.slots.length]])],
    ['hmtx', metrics(font, outlines.slots)],
    ['loca', outlines.loca],
    ['maxp', limits(font, outlines.slots.length)],
  ]
}

interface Outlines {
  readonly slots: readonly Sort[]
  readonly glyf: Uint8Array
  readonly loca: Uint8Array
  readonly wide: boolean
}

/** The outlines slot by slot: a sort with blanks cast on is its plain glyph, moved; glyphs that only serve as parts follow after all sorts. */
function collectOutlines(font: Sfnt, sorts: readonly Sort[]): Outlines {
  const slots = [...sorts]
  const places = new Map<number, number>()
  slots.forEach((sort, place) => {
    if (isPlain(sort) && !places.has(sort.glyph)) places.set(sort.glyph, place)
  })
  const placeOf = (glyph: number): number => {
    const known = places.get(glyph)
    if (known !== undefined) return known
    places.set(glyph, slots.length)
    slots.push(plainSort(glyph, 0))
    return slots.length - 1
  }
  const glyf = new ByteWriter(1 << 18)
  const offsets: number[] = [0]
  for (let i = 0; i < slots.length; i++) {
    const sort = slots[i]
    if (sort !== undefined) writeOutline(font, sort, glyf, placeOf)
    while (glyf.size % 4 !== 0) glyf.byte(0)
    offsets.push(glyf.size)
  }
  const wide = glyf.size > 0x1fffe
  const loca = new ByteWriter(offsets.length * 4)
  for (const offset of offsets) {
    if (wide) loca.uint32(offset)
    else loca.uint16(offset / 2)
  }
  return { slots, glyf: glyf.view(), loca: loca.view(), wide }
}

const isPlain = (sort: Sort): boolean => sort.lead === 0 && sort.trail === 0

function writeOutline(font: Sfnt, sort: Sort, glyf: ByteWriter, placeOf: (glyph: number) => number): void {
  const outline = outlineOf(font, sort.glyph)
  if (isPlain(sort)) glyf.chunk(isComposite(outline) ? renumberParts(outline, placeOf) : outline)
  else if (outline.length >= 10) glyf.chunk(moved(outline, sort.lead, placeOf(sort.glyph)))
}

/** A composite of one part: the glyph in its own slot, moved to the right. */
function moved(outline: Uint8Array, lead: number, part: number): Uint8Array {
  const box = new DataView(outline.buffer, outline.byteOffset)
  const composite = new DataView(new ArrayBuffer(18))
  composite.setInt16(0, -1)
  composite.setInt16(2, box.getInt16(2) + lead)
  composite.setInt16(4, box.getInt16(4))
  composite.setInt16(6, box.getInt16(6) + lead)
  composite.setInt16(8, box.getInt16(8))
  composite.setUint16(10, wordArguments | positions)
  composite.setUint16(12, part)
  composite.setInt16(14, lead)
  return new Uint8Array(composite.buffer)
}

/** The bytes of a glyph's outline; empty for blanks. */
export function outlineOf(font: Sfnt, glyph: number): Uint8Array {
  const loca = font.tables.get('loca')
  const glyf = font.tables.get('glyf')
  if (loca === undefined || glyf === undefined || glyph >= font.glyphCount) return new Uint8Array(0)
  const at = (index: number): number =>
    font.wideOffsets ? font.view.getUint32(loca.offset + 4 * index) : 2 * font.view.getUint16(loca.offset + 2 * index)
  return font.bytes.subarray(glyf.offset + at(glyph), glyf.offset + at(glyph + 1))
}

const isComposite = (outline: Uint8Array): boolean => outline.length >= 10 && (outline[0] ?? 0) >= 0x80

function renumberParts(outline: Uint8Array, placeOf: (glyph: number) => number): Uint8Array {
  const copy = outline.slice()
  const view = new DataView(copy.buffer)
  let at = 10
  for (;;) {
    const flags = view.getUint16(at)
    view.setUint16(at + 2, placeOf(view.getUint16(at + 2)))
    if ((flags & moreParts) === 0) return copy
    at += 4 + (flags & wordArguments ? 4 : 2) + (flags & oneScale ? 2 : flags & twoScales ? 4 : flags & matrix ? 8 : 0)
  }
}

function metrics(font: Sfnt, slots: readonly Sort[]): Uint8Array {
  const table = new ByteWriter(slots.length * 4)
  for (const { glyph, lead, trail } of slots) {
    table.uint16(Math.max(0, advanceOf(font, glyph) + lead + trail))
    table.uint16((bearingOf(font, glyph) + lead) & 0xffff)
  }
  return table.view()
}

/** The limits of a face: composites of one part may be added, one deeper than any it has. */
function limits(font: Sfnt, count: number): Uint8Array {
  const table = font.tables.get('maxp')
  if (table === undefined || table.length < 32) return patched(font, 'maxp', [[4, count]])
  const at = (offset: number): number => font.view.getUint16(table.offset + offset)
  return patched(font, 'maxp', [
    [4, count],
    [10, Math.max(at(10), at(6))],
    [12, Math.max(at(12), at(8))],
    [28, Math.max(at(28), 1)],
    [30, at(30) + 1],
  ])
}

/** Tables taken over as they are, where the face has them. */
export function copyTables(font: Sfnt, tags: readonly string[]): FontTable[] {
  return tags.flatMap((tag): FontTable[] => {
    const table = font.tables.get(tag)
    return table === undefined ? [] : [[tag, font.bytes.subarray(table.offset, table.offset + table.length)]]
  })
}

/** A copy of a table with some sixteen-bit fields changed. */
export function patched(font: Sfnt, tag: string, fields: readonly (readonly [number, number])[]): Uint8Array {
  const table = font.tables.get(tag)
  if (table === undefined) throw new Error(`font without table ${tag}`)
  const copy = font.bytes.slice(table.offset, table.offset + table.length)
  const view = new DataView(copy.buffer)
  for (const [offset, value] of fields) view.setUint16(offset, value)
  return copy
}

/** A font file: directory and tables, in the order of their tags. */
export function assembleFont(unordered: readonly FontTable[]): Uint8Array {
  const tables = [...unordered].sort(([a], [b]) => (a < b ? -1 : 1))
  const total = tables.reduce((sum, [, bytes]) => sum + ((bytes.length + 3) & ~3), 12 + 16 * tables.length)
  const file = new ByteWriter(total)
  const power = Math.floor(Math.log2(tables.length))
  file.uint32(0x00010000)
  file.uint16(tables.length)
  file.uint16(16 << power)
  file.uint16(power)
  file.uint16(16 * tables.length - (16 << power))
  let offset = 12 + 16 * tables.length
  for (const [tag, bytes] of tables) {
    file.ascii(tag)
    file.uint32(checksum(bytes))
    file.uint32(offset)
    file.uint32(bytes.length)
    offset += (bytes.length + 3) & ~3
  }
  for (const [, bytes] of tables) {
    file.chunk(bytes)
    while (file.size % 4 !== 0) file.byte(0)
  }
  return file.view()
}

function checksum(bytes: Uint8Array): number {
  let sum = 0
  const whole = bytes.length & ~3
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < whole; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  let tail = 0
  for (let at = whole; at < whole + 4 && whole < bytes.length; at++) tail = ((tail << 8) | (bytes[at] ?? 0)) >>> 0
  return (sum + tail) >>> 0
}

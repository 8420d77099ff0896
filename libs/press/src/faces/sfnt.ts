/**
 * What a PDF must know of a font file, read straight from its tables.
 * Source: ISO/IEC 14496-22 (OpenType) §4.5, §4.6, §5, tables head, hhea, hmtx, maxp, name, OS/2, post.
 * Not: the later fonts of a collection; the first one is read.
 */
export interface Sfnt {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly tables: ReadonlyMap<string, { readonly offset: number; readonly length: number }>
  readonly unitsPerEm: number
  readonly box: readonly [number, number, number, number]
  readonly glyphCount: number
  /** How many advances `hmtx` holds; later glyphs share the last one. */
  readonly advanceCount: number
  readonly wideOffsets: boolean
  readonly outlines: 'glyf' | 'cff'
  readonly familyName: string
  /** Letters a PDF name may hold. */
  readonly postscriptName: string
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly weight: number
  readonly italicAngle: number
  readonly fixedPitch: boolean
}

/** The tables of a font file; the typesetter has opened it before, so that bytes which are no font are a fault here. */
export function readSfnt(bytes: Uint8Array): Sfnt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = readDirectory(view)
  const head = tables.get('head')?.offset
  const hhea = tables.get('hhea')?.offset
  const maxp = tables.get('maxp')?.offset
  if (head === undefined || hhea === undefined || maxp === undefined) throw new Error('a face without the tables head, hhea and maxp')
  const os2 = tables.get('OS/2')
  const names = tables.get('name')?.offset
  const post = tables.get('post')?.offset
  const ascent = view.getInt16(hhea + 4)
  return {
    bytes,
    view,
    tables,
    unitsPerEm: view.getUint16(head + 18),
    box: [view.getInt16(head + 36), view.getInt16(head + 38), view.getInt16(head + 40), view.getInt16(head + 42)],
    glyphCount: view.getUint16(maxp + 4),
    advanceCount: view.getUint16(hhea + 34),
    wideOffsets: view.getInt16(head + 50) === 1,
    outlines: tables.has('glyf') ? 'glyf' : 'cff',
    familyName: readName(view, names, 1) ?? 'Face',
    postscriptName: (readName(view, names, 6) ?? '').replace(/[^A-Za-z0-9-]/g, '') || 'Face',
    ascent,
    descent: view.getInt16(hhea + 6),
    capHeight: os2 !== undefined && os2.length >= 90 ? view.getInt16(os2.offset + 88) : ascent,
    weight: os2 === undefined ? 400 : view.getUint16(os2.offset + 4),
    italicAngle: post === undefined ? 0 : view.getInt32(post + 4) / 65536,
    fixedPitch: post !== undefined && view.getUint32(post + 12) !== 0,
  }
}

/** The advance of a glyph in font units. */
export function advanceOf(font: Sfnt, glyph: number): number {
  const table = font.tables.get('hmtx')
  if (table === undefined) return 0
  return font.view.getUint16(table.offset + 4 * Math.min(glyph, font.advanceCount - 1))
}

/** The left side bearing of a glyph in font units. */
export function bearingOf(font: Sfnt, glyph: number): number {
  const table = font.tables.get('hmtx')
  if (table === undefined) return 0
  const place = glyph < font.advanceCount ? 4 * glyph + 2 : 4 * font.advanceCount + 2 * (glyph - font.advanceCount)
  return place + 2 <= table.length ? font.view.getInt16(table.offset + place) : 0
}

function readDirectory(view: DataView): Map<string, { offset: number; length: number }> {
  const collection = view.getUint32(0) === 0x74746366
  const start = collection ? view.getUint32(12) : 0
  const tables = new Map<string, { offset: number; length: number }>()
  const count = view.getUint16(start + 4)
  for (let i = 0; i < count; i++) {
    const record = start + 12 + 16 * i
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)))
    tables.set(tag, { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) })
  }
  return tables
}

/** The first record of a name: 1 the family, 6 the PostScript name. Unicode records go before the old eight-bit ones. */
function readName(view: DataView, table: number | undefined, wanted: number): string | null {
  if (table === undefined) return null
  const records = Array.from({ length: view.getUint16(table + 2) }, (_, i) => table + 6 + 12 * i)
  const named = records.filter((record) => view.getUint16(record + 6) === wanted)
  const record = named.find((one) => view.getUint16(one) !== 1) ?? named[0]
  if (record === undefined) return null
  const wide = view.getUint16(record) !== 1
  const start = table + view.getUint16(table + 4) + view.getUint16(record + 10)
  let text = ''
  for (let at = 0; at < view.getUint16(record + 8); at += wide ? 2 : 1)
    text += String.fromCharCode(wide ? view.getUint16(start + at) : view.getUint8(start + at))
  return text
}

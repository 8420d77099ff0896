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
    postscriptName: readPostscriptName(view, tables.get('name')?.offset) ?? 'Face',
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

/** Name record 6, letters a PDF name may hold. */
function readPostscriptName(view: DataView, name: number | undefined): string | null {
  if (name === undefined) return null
  const count = view.getUint16(name + 2)
  const strings = name + view.getUint16(name + 4)
  for (let i = 0; i < count; i++) {
    const record = name + 6 + 12 * i
    if (view.getUint16(record + 6) !== 6) continue
    const wide = view.getUint16(record) !== 1
    const length = view.getUint16(record + 8)
    const start = strings + view.getUint16(record + 10)
    let text = ''
    for (let at = 0; at < length; at += wide ? 2 : 1)
      text += String.fromCharCode(wide ? view.getUint16(start + at) : view.getUint8(start + at))
    const clean = text.replace(/[^A-Za-z0-9-]/g, '')
    if (clean !== '') return clean
  }
  return null
}

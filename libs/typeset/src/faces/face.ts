import type { FaceId, FaceRole } from '../layout.js'
import { readCmap } from './cmap.js'
import { readTables } from './sfnt.js'
import { readSubstitutions } from './substitutions.js'

/** A font file handed in, and the work it does on the page. */
export interface FaceFile {
  readonly id: FaceId
  readonly role: FaceRole
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** A font opened for measuring: glyphs and advances in font units, one glyph a code point. */
export interface Face {
  readonly id: FaceId
  readonly role: FaceRole
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  /** 0 where the face has no such character. */
  glyph(codePoint: number): number
  readonly glyphCount: number
  advance(glyph: number): number
  /** Left and right edge of what is printed; the whole advance where outlines cannot be asked. */
  ink(glyph: number): readonly [number, number]
  /** The full-width form of a glyph, the glyph itself where there is none. */
  fullWidth(glyph: number): number
  /** The proportional form of a glyph, the glyph itself where there is none. */
  proportional(glyph: number): number
}

/** Opens one font file. Source: ISO/IEC 14496-22 clauses 5.2.2 (head), 5.2.3 (hhea), 5.2.4 (hmtx). A file that is no font is refused. */
export function openFace(file: FaceFile): Face {
  const bytes = plainBytes(file.bytes)
  const tables = readTables(bytes, file.id)
  const { view } = tables
  const head = tables.offset('head')
  const hhea = tables.offset('hhea')
  const glyphCount = view.getUint16(tables.offset('maxp') + 4)
  const advance = advanceReader(view, tables.offset('hmtx'), view.getUint16(hhea + 34), glyphCount)
  const unitsPerEm = view.getUint16(head + 18)
  const ink = inkReader(view, tables.offset('loca'), tables.offset('glyf'), view.getInt16(head + 50) === 1)
  return {
    id: file.id,
    role: file.role,
    sha256: file.sha256,
    bytes,
    unitsPerEm,
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    glyph: readCmap(tables),
    glyphCount,
    advance,
    ink: (glyph) => ink?.(glyph) ?? [0, advance(glyph)],
    fullWidth: readSubstitutions(tables, 'fwid'),
    proportional: readSubstitutions(tables, 'pwid'),
  }
}

/** The same bytes as a plain array: a subclass may share memory where an array copies. */
const plainBytes = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Advances are written for the first `measured` glyphs; those after have the last one's. */
function advanceReader(view: DataView, hmtx: number, measured: number, glyphs: number): (glyph: number) => number {
  return (glyph) => (glyph < glyphs ? view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1)) : 0)
}

/** xMin and xMax from the glyph header. Source: ISO/IEC 14496-22 clause 5.3.3 (glyf), 5.3.4 (loca). Not: CFF outlines. */
function inkReader(
  view: DataView,
  loca: number,
  glyf: number,
  long: boolean,
): ((glyph: number) => readonly [number, number] | null) | null {
  if (loca < 0 || glyf < 0) return null
  const place = (glyph: number): number => (long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph))
  return (glyph) => {
    const at = place(glyph)
    return at === place(glyph + 1) ? null : [view.getInt16(glyf + at + 2), view.getInt16(glyf + at + 6)]
  }
}

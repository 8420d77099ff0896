import { invalid } from '#lib/editorial'

/** Where the tables of a font file lie. Source: ISO/IEC 14496-22 clause 4.5 (table directory), 4.6 (collections). */
export interface FontTables {
  readonly view: DataView
  /** Offset of a table in the file, or -1. */
  offset(tag: string): number
}

const TRUETYPE = 0x00010000
const OPENTYPE_CFF = 0x4f54544f
const APPLE_TRUE = 0x74727565
const COLLECTION = 0x74746366

/** Reads the table directory; of a collection, its first font. A file that is no TrueType or OpenType font is refused. */
export function readTables(bytes: Uint8Array, name: string): FontTables {
  if (bytes.byteLength < 12) throw invalid('typeset/bad-font', { name })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = view.getUint32(0) === COLLECTION ? view.getUint32(12) : 0
  if (![TRUETYPE, OPENTYPE_CFF, APPLE_TRUE].includes(view.getUint32(start))) throw invalid('typeset/bad-font', { name })
  const offsets = new Map<string, number>()
  const count = view.getUint16(start + 4)
  for (let index = 0; index < count; index++) {
    const at = start + 12 + 16 * index
    const tag = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
    offsets.set(tag, view.getUint32(at + 8))
  }
  for (const tag of ['head', 'hhea', 'hmtx', 'cmap', 'maxp']) {
    if (!offsets.has(tag)) throw invalid('typeset/bad-font', { name })
  }
  return { view, offset: (tag) => offsets.get(tag) ?? -1 }
}

import { subsetGlyf } from '../faces/glyf-subset.js'
import { type Sfnt } from '../faces/sfnt.js'
import type { Sort } from '../faces/sort.js'
import { subsetCff } from './cff-subset.js'
import { ContentDigest } from './content-digest.js'
import type { PdfData, PdfObjects, PdfRef } from './pdfkit-document.js'
import { toUnicodeMap } from './to-unicode.js'
import type { TypeCase } from './type-case.js'

/**
 * Writes a face as a composite font with only the glyphs drawn, real widths, and a map back to characters.
 * Source: ISO 32000-1 §9.7 (composite fonts), §9.8 (descriptors), §9.10.3 (ToUnicode); ISO 19005-2 §6.2.11.
 */
export async function writeFont(types: TypeCase, font: PdfRef, objects: PdfObjects): Promise<void> {
  const { sfnt } = types
  const sorts = types.ordered()
  const program = sfnt.outlines === 'glyf' ? subsetGlyf(sfnt, sorts) : await subsetCff(types.face, sorts)
  const name = `${subsetTag(sorts)}+${sfnt.postscriptName}`
  const file = objects.ref(sfnt.outlines === 'glyf' ? { Length1: program.length } : { Subtype: 'CIDFontType0C' })
  file.end(program)
  const descriptor = objects.ref(descriptorOf(sfnt, name, file))
  descriptor.end()
  const descendant = objects.ref({
    Type: 'Font',
    Subtype: sfnt.outlines === 'glyf' ? 'CIDFontType2' : 'CIDFontType0',
    BaseFont: name,
    CIDSystemInfo: { Registry: objects.text('Adobe'), Ordering: objects.text('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: 1000,
    W: widths(types, sorts),
    ...(sfnt.outlines === 'glyf' ? { CIDToGIDMap: 'Identity' } : {}),
  })
  descendant.end()
  const unicode = objects.ref()
  unicode.end(toUnicodeMap(sorts.map((sort) => sort.character)))
  font.data = { Type: 'Font', Subtype: 'Type0', BaseFont: name, Encoding: 'Identity-H', DescendantFonts: [descendant], ToUnicode: unicode }
  font.end()
}

/** Six capitals that name this very choice of glyphs, so that two files' subsets are never taken for one font. */
function subsetTag(sorts: readonly Sort[]): string {
  const digest = new ContentDigest()
  digest.update(new Uint8Array(Int32Array.from(sorts.flatMap(({ glyph, lead, trail }) => [glyph, lead, trail])).buffer))
  return String.fromCharCode(...[...digest.digest().subarray(0, 6)].map((byte) => 65 + (byte % 26)))
}

function descriptorOf(font: Sfnt, name: string, file: PdfRef): PdfData {
  const thousandths = (units: number): number => Math.round((units * 1000) / font.unitsPerEm)
  return {
    Type: 'FontDescriptor',
    FontName: name,
    // Bit 3 (symbolic): codes are our own; bit 1 marks a fixed pitch.
    Flags: 4 + (font.fixedPitch ? 1 : 0),
    FontBBox: font.box.map(thousandths),
    ItalicAngle: font.italicAngle,
    Ascent: thousandths(font.ascent),
    Descent: thousandths(font.descent),
    CapHeight: thousandths(font.capHeight),
    // House: stems of the shipped faces run from 68 ‰ at weight 400 to 104 ‰ at 600 (measured); a straight line between.
    StemV: Math.max(20, Math.round(68 + (font.weight - 400) * 0.18)),
    ...(font.outlines === 'glyf' ? { FontFile2: file } : { FontFile3: file }),
  }
}

/** Advances that differ from one em, in stretches of consecutive codes. */
function widths(types: TypeCase, sorts: readonly Sort[]): unknown[] {
  const list: unknown[] = []
  let open: number[] | null = null
  sorts.forEach(({ glyph, lead, trail }, code) => {
    const width = ((types.face.advance(glyph) + lead + trail) * 1000) / types.sfnt.unitsPerEm
    if (width === 1000) {
      open = null
      return
    }
    if (open === null) {
      open = []
      list.push(code, open)
    }
    open.push(Math.round(width * 100) / 100)
  })
  return list
}

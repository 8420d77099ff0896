import type { Faces } from '#lib/typeset'
import { glyphPath } from '../faces/glyph-path.js'
import { advanceOf, readSfnt } from '../faces/sfnt.js'
import type { PdfObjects, PdfRef } from './pdfkit-document.js'

const mark = [...'草稿'].map((character) => character.codePointAt(0) ?? 0)

/**
 * The 草稿 mark as one form, centred on its origin, drawn as outlines so that it is never copied out with the text.
 * House: 170 pt and a light grey read from across a table and leave the text legible; a slope of 50° runs along an A4 page's diagonal.
 */
export function draftMark(faces: Faces, objects: PdfObjects): PdfRef | null {
  const face = faces.list.find((one) => readSfnt(one.bytes).outlines === 'glyf' && mark.every((character) => one.glyph(character) > 0))
  if (face === undefined) return null
  const font = readSfnt(face.bytes)
  const size = 170
  const scale = size / font.unitsPerEm
  const glyphs = mark.map((character) => face.glyph(character))
  const width = glyphs.reduce((sum, glyph) => sum + advanceOf(font, glyph), 0) * scale
  const form = objects.ref({ Type: 'XObject', Subtype: 'Form', BBox: [-width, -width, width, width], Resources: {} })
  const [cosine, sine] = [Math.cos((50 * Math.PI) / 180), Math.sin((50 * Math.PI) / 180)]
  const turn = [cosine, -sine, -sine, -cosine, 0, 0].map(short).join(' ')
  let content = `.88 g\n${turn} cm\n${[scale, 0, 0, scale, -width / 2, -size * 0.36].map(short).join(' ')} cm\n`
  for (const glyph of glyphs) content += `${glyphPath(font, glyph)}f\n1 0 0 1 ${advanceOf(font, glyph)} 0 cm\n`
  form.end(content)
  return form
}

const short = (value: number): string => String(Math.round(value * 10000) / 10000)

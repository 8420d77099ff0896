import type { FaceId, Faces } from '#lib/typeset'
import { glyphPath } from '../faces/glyph-path.js'
import { readSfnt } from '../faces/sfnt.js'
import type { PdfObjects, PdfRef } from './pdfkit-document.js'

/** A glyph as a form one unit high, drawn in the ink of the place that uses it. */
export interface GlyphShape {
  readonly name: string
  readonly form: PdfRef
}

/** Glyphs drawn as shapes, each written once. Not: faces with CFF outlines, whose glyphs answer null. */
export class GlyphShapes {
  private readonly shapes = new Map<string, GlyphShape | null>()

  constructor(
    private readonly faces: Faces,
    private readonly objects: PdfObjects,
  ) {}

  of(face: FaceId, glyph: number): GlyphShape | null {
    const key = `${face} ${glyph}`
    const known = this.shapes.get(key)
    if (known !== undefined) return known
    const shape = this.make(face, glyph)
    this.shapes.set(key, shape)
    return shape
  }

  private make(face: FaceId, glyph: number): GlyphShape | null {
    const font = readSfnt(this.faces.byId(face).bytes)
    const path = font.outlines === 'glyf' ? glyphPath(font, glyph) : ''
    if (path === '') return null
    const form = this.objects.ref({
      Type: 'XObject',
      Subtype: 'Form',
      Matrix: [1 / font.unitsPerEm, 0, 0, 1 / font.unitsPerEm, 0, 0],
      BBox: font.box,
      Resources: {},
    })
    form.end(`${path}f\n`)
    return { name: `Sh${this.shapes.size + 1}`, form }
  }
}

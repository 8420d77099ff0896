import type { Face, FaceId, Faces } from '#lib/typeset'
import { contourStrokes } from '../faces/outline-points.js'
import { readSfnt } from '../faces/sfnt.js'

/** Outlines drawn once stay with their face while it is open: a preview redraws the same few hundred glyphs page after page. */
const outlines = new WeakMap<Face, Map<number, string>>()

/** The glyphs one page needs, each defined once. Not: faces with CFF outlines, whose glyphs have no name here. */
export class GlyphStore {
  private readonly names = new Map<string, string>()
  private readonly paths: string[] = []

  constructor(
    private readonly faces: Faces,
    /** Names begin with this, so that several pages can stand in one document. */
    private readonly prefix: string,
  ) {}

  unitsPerEm(face: FaceId): number {
    return this.faces.byId(face).unitsPerEm
  }

  /** What to call a glyph in `use`; null where nothing is to be drawn. */
  name(face: FaceId, glyph: number): string | null {
    const key = `${face} ${glyph}`
    const known = this.names.get(key)
    if (known !== undefined) return known === '' ? null : known
    const path = outlineOf(this.faces.byId(face), glyph)
    const name = path === '' ? '' : `${this.prefix}${this.paths.length}`
    if (name !== '') this.paths.push(`<path id="${name}" d="${path}"/>`)
    this.names.set(key, name)
    return name === '' ? null : name
  }

  definitions(): string {
    return this.paths.join('')
  }
}

function outlineOf(face: Face, glyph: number): string {
  let known = outlines.get(face)
  if (known === undefined) {
    known = new Map()
    outlines.set(face, known)
  }
  const drawn = known.get(glyph)
  if (drawn !== undefined) return drawn
  const path = draw(face, glyph)
  known.set(glyph, path)
  return path
}

/** In font units, y upwards; the page turns it over. */
function draw(face: Face, glyph: number): string {
  const font = readSfnt(face.bytes)
  if (font.outlines !== 'glyf') return ''
  return contourStrokes(font, glyph)
    .map((contour) =>
      contour
        .map((stroke) => {
          if (stroke.kind === 'start') return `M${stroke.to.x} ${stroke.to.y}`
          if (stroke.kind === 'line') return `L${stroke.to.x} ${stroke.to.y}`
          return `Q${stroke.pull.x} ${stroke.pull.y} ${stroke.to.x} ${stroke.to.y}`
        })
        .join(''),
    )
    .map((contour) => `${contour}Z`)
    .join('')
}

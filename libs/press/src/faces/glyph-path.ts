import { ByteWriter } from './byte-writer.js'
import { contourStrokes, type OutlinePoint } from './outline-points.js'
import type { Sfnt } from './sfnt.js'

/** A glyph's outline as PDF path operators in font units, y upwards; empty for blanks and composites. */
export function glyphPath(font: Sfnt, glyph: number): string {
  const out = new ByteWriter(2048)
  for (const contour of contourStrokes(font, glyph)) {
    for (const stroke of contour) {
      if (stroke.kind === 'curve') curve(out, stroke.from, stroke.pull, stroke.to)
      else operator(out, [stroke.to], stroke.kind === 'start' ? 'm' : 'l')
    }
    out.ascii('h\n')
  }
  return String.fromCharCode(...out.view())
}

/** A quadratic curve as the cubic that equals it. */
function curve(out: ByteWriter, from: OutlinePoint, pull: OutlinePoint, to: OutlinePoint): void {
  const third = (end: OutlinePoint): OutlinePoint => ({
    x: end.x + ((pull.x - end.x) * 2) / 3,
    y: end.y + ((pull.y - end.y) * 2) / 3,
    on: false,
  })
  operator(out, [third(from), third(to), to], 'c')
}

function operator(out: ByteWriter, points: readonly OutlinePoint[], name: string): void {
  for (const { x, y } of points) {
    out.number(x)
    out.byte(0x20)
    out.number(y)
    out.byte(0x20)
  }
  out.ascii(`${name}\n`)
}

import { outlineOf } from './glyf-subset.js'
import type { Sfnt } from './sfnt.js'

/** A point of an outline, in font units, y upwards. */
export interface OutlinePoint {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

/** One piece of a contour: a start, a straight line, or a curve with one pulling point. */
export type Stroke =
  | { readonly kind: 'start'; readonly to: OutlinePoint }
  | { readonly kind: 'line'; readonly to: OutlinePoint }
  | { readonly kind: 'curve'; readonly from: OutlinePoint; readonly pull: OutlinePoint; readonly to: OutlinePoint }

/**
 * The closed contours of a glyph as strokes; empty for blanks.
 * Source: ISO/IEC 14496-22 §5.3.3.1 (simple glyphs; two off-curve points in a row have a point between them), §5.3.3.2 (composites).
 * Not: parts hung onto points of other parts, which no face of a book uses.
 */
export const contourStrokes = (font: Sfnt, glyph: number): Stroke[][] => contoursIn(font, glyph, 0).map(strokesOf)

/** Composites of composites may go this deep. House: faces go to two; a file that goes on for ever is a fault elsewhere. */
const deepest = 6

function contoursIn(font: Sfnt, glyph: number, depth: number): OutlinePoint[][] {
  const outline = outlineOf(font, glyph)
  if (outline.length < 10 || (outline[0] ?? 0) < 0x80) return contoursOf(outline)
  if (depth === deepest) return []
  return partsOf(outline).flatMap(({ glyph: part, matrix: [a, b, c, d, e, f] }) =>
    contoursIn(font, part, depth + 1).map((contour) => contour.map(({ x, y, on }) => ({ x: a * x + c * y + e, y: b * x + d * y + f, on }))),
  )
}

interface OutlinePart {
  readonly glyph: number
  readonly matrix: readonly [number, number, number, number, number, number]
}

function partsOf(outline: Uint8Array): OutlinePart[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  const parts: OutlinePart[] = []
  for (let at = 10, more = true; more; ) {
    const flags = view.getUint16(at)
    const glyph = view.getUint16(at + 2)
    const words = (flags & 1) !== 0
    const dx = words ? view.getInt16(at + 4) : view.getInt8(at + 4)
    const dy = words ? view.getInt16(at + 6) : view.getInt8(at + 5)
    at += words ? 8 : 6
    const fraction = (offset: number): number => view.getInt16(at + offset) / 16384
    let scale: readonly [number, number, number, number] = [1, 0, 0, 1]
    if (flags & 0x08) scale = [fraction(0), 0, 0, fraction(0)]
    else if (flags & 0x40) scale = [fraction(0), 0, 0, fraction(2)]
    else if (flags & 0x80) scale = [fraction(0), fraction(2), fraction(4), fraction(6)]
    at += flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    parts.push({ glyph, matrix: [...scale, dx, dy] })
    more = (flags & 0x20) !== 0
  }
  return parts
}

function contoursOf(outline: Uint8Array): OutlinePoint[][] {
  if (outline.length < 12 || (outline[0] ?? 0) >= 0x80) return []
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  const ends = Array.from({ length: view.getInt16(0) }, (_, i) => view.getUint16(10 + 2 * i))
  const count = (ends.at(-1) ?? -1) + 1
  let at = 10 + 2 * ends.length
  at += 2 + view.getUint16(at)
  const flags: number[] = []
  while (flags.length < count) {
    const flag = view.getUint8(at++)
    flags.push(flag)
    if (flag & 8) for (let repeat = view.getUint8(at++); repeat > 0; repeat--) flags.push(flag)
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0
    return flags.slice(0, count).map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++)
      else if (!(flag & same)) {
        value += view.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const xs = axis(2, 16)
  const ys = axis(4, 32)
  const points = xs.map((x, i) => ({ x, y: ys[i] ?? 0, on: ((flags[i] ?? 0) & 1) === 1 }))
  return ends.map((end, i) => points.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end + 1))
}

const middle = (a: OutlinePoint, b: OutlinePoint): OutlinePoint => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true })

/** A contour may have no point on its curve, as the ring of a full stop: it then starts half way between two that pull. */
function strokesOf(contour: readonly OutlinePoint[]): Stroke[] {
  const [head, tail] = [contour[0], contour.at(-1)]
  if (head === undefined || tail === undefined) return []
  const on = contour.findIndex((point) => point.on)
  const start = on < 0 ? middle(tail, head) : (contour[on] ?? head)
  const ring = on < 0 ? [...contour, start] : [...contour.slice(on + 1), ...contour.slice(0, on + 1)]
  const strokes: Stroke[] = [{ kind: 'start', to: start }]
  let pen = start
  let pull: OutlinePoint | null = null
  for (const point of ring) {
    if (pull !== null) {
      const end: OutlinePoint = point.on ? point : middle(pull, point)
      strokes.push({ kind: 'curve', from: pen, pull, to: end })
      pen = end
      pull = point.on ? null : point
    } else if (point.on) {
      strokes.push({ kind: 'line', to: point })
      pen = point
    } else {
      pull = point
    }
  }
  return strokes
}

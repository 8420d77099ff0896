import { ByteWriter } from './byte-writer.js'
import { outlineOf } from './glyf-subset.js'
import type { Sfnt } from './sfnt.js'

interface OutlinePoint {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

/**
 * A glyph's outline as path operators in font units, y upwards; empty for blanks and composites.
 * Source: ISO/IEC 14496-22 §5.3.3.1 (simple glyphs; two off-curve points in a row have a point between them).
 */
export function glyphPath(font: Sfnt, glyph: number): string {
  const out = new ByteWriter(2048)
  for (const contour of contoursOf(outlineOf(font, glyph))) drawContour(contour, out)
  return String.fromCharCode(...out.view())
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

function drawContour(contour: readonly OutlinePoint[], out: ByteWriter): void {
  const start = contour.find((point) => point.on)
  if (start === undefined) return
  const first = contour.indexOf(start)
  const ring = [...contour.slice(first + 1), ...contour.slice(0, first + 1)]
  operator(out, [start], 'm')
  let pen = start
  let pull: OutlinePoint | null = null
  for (const point of ring) {
    if (pull !== null) {
      const end: OutlinePoint = point.on ? point : middle(pull, point)
      curve(out, pen, pull, end)
      pen = end
      pull = point.on ? null : point
    } else if (point.on) {
      operator(out, [point], 'l')
      pen = point
    } else {
      pull = point
    }
  }
  out.ascii('h\n')
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

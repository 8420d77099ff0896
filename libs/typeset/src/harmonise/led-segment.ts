import { NEVER } from '../chinese/prohibition.js'
import type { Pt } from '../layout.js'
import type { Piece, Segment } from '../pages/pieces.js'

/** A segment with more blank above one of its blocks. */
export function ledSegment(segment: Segment, block: number, lead: Pt): Segment {
  if (lead === 0) return segment
  const at = segment.firsts[block]!
  const first = segment.pieces[at]!
  const pieces = [...segment.pieces]
  if (first.item === null) {
    pieces[at] = { ...first, height: first.height + lead }
    return { ...segment, pieces }
  }
  pieces.splice(at, 1, blank(lead, first.cost), { ...first, cost: NEVER })
  return { ...segment, pieces, firsts: segment.firsts.map((piece, index) => (index > block ? piece + 1 : piece)) }
}

const blank = (height: Pt, cost: number): Piece => ({ height, cost, item: null, notes: [], repeats: 0 })

/** A segment parted before one of its blocks, which begins a page from now on. */
export function partSegment(segment: Segment, block: number): [Segment, Segment] {
  const at = segment.firsts[block]!
  const head = {
    ...segment,
    pieces: segment.pieces.slice(0, at),
    stacked: segment.stacked.slice(0, block),
    firsts: segment.firsts.slice(0, block),
  }
  const firsts = segment.firsts.slice(block).map((piece) => piece - at)
  const rest = {
    ...segment,
    startOn: 'page' as const,
    opens: false,
    pieces: segment.pieces.slice(at),
    stacked: segment.stacked.slice(block),
    firsts,
  }
  return [head, rest]
}

export interface Piece<Mark> {
  readonly text: string
  readonly mark: Mark | undefined
}

interface Place {
  readonly from: number
  readonly to: number
}

/**
 * Cuts a text that begins at `start` where marks begin and end. Where marks overlap the one that begins first is shown, then the shorter;
 * a mark without length is shown as an empty piece at its place.
 */
export function piecesOf<Mark extends Place>(text: string, start: number, marks: readonly Mark[]): Piece<Mark>[] {
  const end = start + text.length
  const here = marks.filter((mark) => (mark.from === mark.to ? isPoint(mark.from, start, end) : mark.from < end && mark.to > start))
  const sorted = [...here].sort((a, b) => a.from - b.from || a.to - b.to)
  const pieces: Piece<Mark>[] = []
  let at = start
  for (const mark of sorted) {
    const from = Math.max(mark.from, at)
    const to = Math.min(mark.to, end)
    if (to < from || (to === from && mark.from !== mark.to)) continue
    if (from > at) pieces.push({ text: text.slice(at - start, from - start), mark: undefined })
    pieces.push({ text: text.slice(from - start, to - start), mark })
    at = to
  }
  if (at < end || pieces.length === 0) pieces.push({ text: text.slice(at - start), mark: undefined })
  return pieces
}

/** A point between two texts of a block belongs to the one before it, so that it is shown once. */
const isPoint = (at: number, start: number, end: number): boolean => at <= end && (at > start || start === 0)

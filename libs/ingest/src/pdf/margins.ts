import type { PdfLine } from './page-lines.js'

/** Where the type area of a page begins and ends, in points. */
export interface Margins {
  readonly left: number
  readonly right: number
}

/** House: positions of the same margin differ by less than this from line to line, in points. */
const GRAIN = 2

/** The margins of every page: what most lines of the page, else of the book's odd or even pages, agree on. */
export function marginsOf(lines: readonly PdfLine[]): ReadonlyMap<number, Margins> {
  const pages = new Map<number, PdfLine[]>()
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line])
  const sides = [0, 1].map((side) => agreed(lines.filter((line) => line.page % 2 === side)))
  return new Map([...pages].map(([page, own]) => [page, own.length >= 8 ? agreed(own) : (sides[page % 2] ?? agreed(own))]))
}

function agreed(lines: readonly PdfLine[]): Margins {
  return {
    left: common(
      lines.map((line) => line.x0),
      Math.min,
    ),
    right: common(
      lines.map((line) => line.x1),
      Math.max,
    ),
  }
}

/** House: the outermost position that a fifth of the lines share is the margin. */
const SHARE = 0.2

function common(positions: readonly number[], outer: (...values: number[]) => number): number {
  const counts = new Map<number, number>()
  for (const position of positions) counts.set(Math.round(position / GRAIN), (counts.get(Math.round(position / GRAIN)) ?? 0) + 1)
  const shared = [...counts].filter(
    ([grain, count]) => count + (counts.get(grain - 1) ?? 0) + (counts.get(grain + 1) ?? 0) >= Math.max(2, SHARE * positions.length),
  )
  const grains = (shared.length > 0 ? shared : [...counts]).map(([grain]) => grain)
  return outer(...grains) * GRAIN
}

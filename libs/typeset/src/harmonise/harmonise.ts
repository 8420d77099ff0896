import type { BlockId, FlowBlock, Pt } from '../layout.js'
import type { PlannedSegment } from '../pages/number-pages.js'
import { blockOf, type Segment } from '../pages/pieces.js'
import { chooseLead, type LedSegment, leastFree } from './choose-lead.js'
import { innerStarts } from './heads.js'
import { partSegment } from './led-segment.js'
import { leadTrial, type Place, type Shelf, type ThreeWays } from './three-ways.js'

/** What the harmoniser changes of a block. */
type Change = Partial<Pick<FlowBlock, 'breakBefore'>> & { readonly more?: number }

/** Segments with their pages, the same in the PDF and in Word as far as that can be had. */
export interface Harmony {
  readonly planned: readonly PlannedSegment[]
  /** The flow as it is to be written. */
  tuned(flow: readonly FlowBlock[]): readonly FlowBlock[]
  /** Articles whose pages may not be the same. */
  readonly doubtful: readonly number[]
  /** What is free on the very last page, in whichever way it is least. */
  readonly free: Pt
}

/** Lines of blank a page may show at its foot so that an article can begin on the next. House: the house style lets articles follow each other; a quarter of a page is a hole. */
const MOST_BLANK = 6

/** Lines under which an article does not begin on a page. House: its title, two lines that stay with it, and one that may be wanting in Word. */
const LEAST_LEFT = 4

/**
 * Makes the pages of the PDF and of Word agree: lead under a title until all have the same number of pages with lines to spare,
 * and, where articles follow each other on one page, a new page before an article that would else begin on another page in Word.
 */
export function harmonise(shelf: Shelf, segments: readonly Segment[]): Harmony {
  const changes = new Map<BlockId, Change>()
  const parts = segments.flatMap((segment) => partsOf(shelf, segment, changes))
  for (const { led } of parts) if (led !== null) changes.set(led.block, { ...changes.get(led.block), more: led.lines })
  return {
    planned: parts.map(({ segment, plans }) => ({ segment, plans })),
    tuned: (flow) => (changes.size === 0 ? flow : flow.map((block) => changed(block, changes.get(block.id)))),
    doubtful: parts.filter(isDoubtful).flatMap(articleOf),
    free: parts.length === 0 ? 0 : leastFree(parts[parts.length - 1]!, shelf.room.height),
  }
}

const changed = (block: FlowBlock, change: Change | undefined): FlowBlock =>
  change === undefined ? block : { ...block, breakBefore: change.breakBefore ?? block.breakBefore, lead: block.lead + (change.more ?? 0) }

/** House: one line to spare is little and mostly enough; none, or pages that differ, an editor must know. */
const isDoubtful = ({ verdict }: LedSegment): boolean => !verdict.agree || verdict.safety < 1

function articleOf({ segment }: LedSegment): number[] {
  const article = segment.stacked.map((one) => blockOf(one).article).findLast((one) => one !== null)
  return article === null || article === undefined ? [] : [article]
}

/** A segment parted before each article that would begin on another page in Word, or nearly, each part with its lead. */
function partsOf(shelf: Shelf, segment: Segment, changes: Map<BlockId, Change>): LedSegment[] {
  const parts: LedSegment[] = []
  let rest = segment
  for (;;) {
    const start = doubtfulStart(shelf, rest)
    if (start === null) return [...parts, chooseLead(shelf, rest)]
    const [head, tail] = partSegment(rest, start)
    changes.set(blockOf(tail.stacked[0]!).id, { breakBefore: 'page' })
    parts.push(chooseLead(shelf, head))
    rest = tail
  }
}

/** The first article inside a segment whose page is in doubt and that may begin a new one. */
function doubtfulStart(shelf: Shelf, segment: Segment): number | null {
  const starts = innerStarts(segment)
  if (starts.length === 0) return null
  const ways = leadTrial(shelf, segment)(0, 0)
  return starts.find((start) => isNearTurn(shelf, ways, segment, start)) ?? null
}

/** Whether an article begins at the head of a page in some way or so near its foot that a line more would push it over, and no great blank is left when it begins a new page in all. */
function isNearTurn({ sheet, room }: Shelf, { fillings }: ThreeWays, segment: Segment, start: number): boolean {
  const { id } = blockOf(segment.stacked[start]!)
  const { pitch } = sheet.master
  const places = fillings.map((one) => one.place(id)).filter((place) => place !== undefined)
  const left = (place: Place): Pt => (place.page > 0 && place.above < pitch ? 0 : room.height - place.above)
  const apart = new Set(places.map(({ page }) => page)).size > 1
  const near = places.some((place) => left(place) < LEAST_LEFT * pitch)
  return (apart || near) && places[0] !== undefined && left(places[0]) <= MOST_BLANK * pitch
}

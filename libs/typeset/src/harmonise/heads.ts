import type { BlockRole } from '../layout.js'
import { blockOf, type Segment, type Stacked } from '../pages/pieces.js'

const TITLES: ReadonlySet<BlockRole> = new Set(['article-title', 'annex-label', 'annex-title'])
const BELOW_TITLE: ReadonlySet<BlockRole> = new Set(['article-subtitle', 'byline', 'source-line', 'document-number', 'annex-title'])

const roleOf = (stacked: Stacked | undefined): BlockRole | null => (stacked?.kind === 'set' ? stacked.block.role : null)

const isOne = (roles: ReadonlySet<BlockRole>, stacked: Stacked | undefined): boolean => {
  const role = roleOf(stacked)
  return role !== null && roles.has(role)
}

/** The block under the last title of a segment with all that belongs to the title: more blank above it is hardly seen. Null where there is none. */
function underLastTitle({ stacked }: Segment): number | null {
  let at = stacked.findLastIndex((one) => isOne(TITLES, one))
  if (at < 0) return null
  while (isOne(BELOW_TITLE, stacked[at + 1])) at += 1
  return at + 1 < stacked.length ? at + 1 : null
}

/** Blocks above which more blank is hardly seen, the best first: the beginning of a last article that follows another on its page, and what stands under the last title. */
export function leadPlaces(segment: Segment): number[] {
  const under = underLastTitle(segment)
  if (under === null) return []
  const start = innerStarts(segment).at(-1)
  return start === undefined || start > under ? [under] : [start, under]
}

/** Blocks with which an article begins inside a segment. */
export function innerStarts({ stacked }: Segment): number[] {
  return stacked.flatMap((one, index) => {
    const before = stacked[index - 1]
    const { article } = blockOf(one)
    return before !== undefined && article !== null && article !== blockOf(before).article ? [index] : []
  })
}

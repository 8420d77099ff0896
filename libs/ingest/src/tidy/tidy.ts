import { type ArticleContent, type Block, blockText, canonicalJson } from '#lib/editorial'
import { isDebris } from '../html/debris.js'
import { boilerplateEdits } from './boilerplate.js'
import type { Change } from './change.js'
import { joinCut, joinWrapped } from './join-groups.js'
import { mapRuns } from './map-runs.js'
import { edited, type Group, groupsOf, without } from './tidy-groups.js'
import { markEdits } from './tidy-marks.js'
import { addedSpaceEdits, runsWithoutSpaces, spaceEdits } from './tidy-spaces.js'

/** What a house style says of blanks between Chinese and figures or Latin words. */
export interface TidyHabits {
  readonly spaces?: 'remove' | 'keep' | 'add'
}

export interface Tidied {
  readonly content: ArticleContent
  readonly changes: readonly Change[]
  /** The same by paragraph: what came and what became of it, to be taken back one by one. */
  readonly steps: readonly TidyStep[]
}

export interface TidyStep {
  readonly codes: readonly Change['code'][]
  readonly before: readonly Block[]
  /** Empty where the paragraph went. */
  readonly after: readonly Block[]
  /** The block in front of it, as it became and as it was; none at the beginning. */
  readonly follows: readonly Block[]
}

/** House: what belongs to a web page stands under the article, in its last dozen blocks. */
const LAST_BLOCKS = 12

/**
 * One click of cleaning: lines of web pages and instructions of wire services go, wrapped lines and paragraphs cut by a page end are joined, marks
 * beside Chinese become full-width, blanks follow the house style. Every change is listed; tidying what is tidy changes nothing.
 */
export function tidy(content: ArticleContent, habits: TidyHabits = {}): Tidied {
  const passes: readonly ((groups: readonly Group[]) => Group[])[] = [
    (groups) => without(groups, 'ingest/removed-page-line', (block, fromEnd) => fromEnd < LAST_BLOCKS && isPageLine(block)),
    (groups) => edited(groups, 'ingest/removed-boilerplate', boilerplateEdits),
    joinWrapped,
    joinCut,
    (groups) => edited(groups, 'ingest/full-width-marks', markEdits),
    (groups) => spaced(groups, habits.spaces ?? 'remove'),
  ]
  return finished(content, settled(groupsOf(content.blocks), passes))
}

/** House: what one pass makes whole another may find to do, seldom twice; every round but the last makes one block less or better. */
const MOST_ROUNDS = 20

function settled(groups: Group[], passes: readonly ((groups: readonly Group[]) => Group[])[]): Group[] {
  let now = groups
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = changesIn(now)
    now = passes.reduce<Group[]>((done, pass) => pass(done), now)
    if (changesIn(now) === before) break
  }
  return now
}

const changesIn = (groups: readonly Group[]): number => groups.reduce((sum, group) => sum + group.changes.length, 0)

const isPageLine = (block: Block): boolean => block.kind === 'paragraph' && isDebris(blockText(block))

function spaced(groups: readonly Group[], spaces: 'remove' | 'keep' | 'add'): Group[] {
  if (spaces === 'keep') return [...groups]
  return spaces === 'add' ? edited(groups, 'ingest/added-space', addedSpaceEdits) : edited(groups, 'ingest/removed-space', spaceEdits)
}

function finished(content: ArticleContent, groups: readonly Group[]): Tidied {
  const blocks: Block[] = []
  const changes: Change[] = []
  const steps: TidyStep[] = []
  let follows: readonly Block[] = []
  for (const { from, now, changes: made } of groups) {
    if (now !== null) blocks.push(now)
    changes.push(...made.map((change) => ({ ...change, block: now === null ? null : blocks.length - 1 })))
    if (made.length > 0)
      steps.push({ codes: [...new Set(made.map(({ code }) => code))], before: from, after: now === null ? [] : [now], follows })
    if (now !== null) follows = [now, ...from.slice(-1)]
  }
  return { content: { ...content, blocks }, changes, steps }
}

/** Takes one step back; null where its paragraph was edited since. */
export function untidy(content: ArticleContent, step: TidyStep): ArticleContent | null {
  const at = step.after[0] === undefined ? placeAfter(content.blocks, step.follows) : placeOf(content.blocks, step.after[0])
  if (at < 0) return null
  return { ...content, blocks: content.blocks.toSpliced(at, step.after.length, ...step.before) }
}

const placeOf = (blocks: readonly Block[], wanted: Block): number =>
  blocks.findIndex((block) => block === wanted || canonicalJson(block) === canonicalJson(wanted))

function placeAfter(blocks: readonly Block[], wanted: readonly Block[]): number {
  if (wanted.length === 0) return 0
  const at = Math.max(...wanted.map((block) => placeOf(blocks, block)))
  return at < 0 ? -1 : at + 1
}

export interface TidiedBlocks {
  readonly blocks: readonly Block[]
  readonly changes: readonly Change[]
}

/** Blanks between Chinese and figures or Latin words. House: collect-and-proof §4.2. */
export function removeSpaces(blocks: readonly Block[]): TidiedBlocks {
  const changes: Change[] = []
  const tidied = blocks.map((block, index) => {
    const next = mapRuns(block, runsWithoutSpaces)
    const before = blockText(block)
    const after = blockText(next)
    if (before === after) return block
    changes.push({ code: 'ingest/removed-space', block: index, before, after })
    return next
  })
  return { blocks: tidied, changes }
}

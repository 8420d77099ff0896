import type { BlockId, FlowRun, Sheet } from '../layout.js'
import type { MeasuredTable } from '../pages/measure-table.js'
import type { SetText, Stacked } from '../pages/pieces.js'
import { twips } from './measures.js'
import type { WordBlock } from './word-block.js'
import { figureSpacing, ruleSpacing, textSpacing, type WordSpacing } from './word-spacing.js'
import { wordRows } from './word-table.js'
import { GAPS } from './word-text.js'

/** Blocks as Word stacks them, for each of the two ways. */
export type WordWays = readonly (readonly WordBlock[])[]

/** What was stacked for our pages, as Word stacks it. */
export function wordBlocks(stacked: readonly Stacked[], sheet: Sheet): WordWays {
  const met = new Set<BlockId>()
  const both = stacked.map((one, index): readonly WordBlock[] => {
    if (one.kind === 'set') return textBlocks(one, sheet, met)
    if (one.kind === 'measured') return tableBlocks(one, sheet, met)
    return [bareBlock(one, sheet, stacked[index + 1])]
  })
  return GAPS.map((_, way) => both.map((ways) => ways[way] ?? ways[0]!))
}

function textBlocks({ block, style, lines, word }: SetText, { master }: Sheet, met: Set<BlockId>): WordBlock[] {
  const spacing = textSpacing(style, block.lead, lines.length, master.pitch)
  const marks = firstMarks(block.runs, met)
  return word.map((starts) => ({
    ...stackedAs(block.id, spacing, starts.length),
    keepNext: style.keepNext,
    keepTogether: style.keepTogether,
    ...(marks.length === 0 ? {} : { notes: notesByLine(marks, starts) }),
  }))
}

/** A picture or a rule is one line; a picture stays with its caption. */
function bareBlock(block: Extract<Stacked, { kind: 'figure' | 'rule' }>, { master }: Sheet, next: Stacked | undefined): WordBlock {
  const spacing = block.kind === 'figure' ? figureSpacing(block, master.pitch) : ruleSpacing(block, master.pitch)
  const captioned = block.kind === 'figure' && next?.kind === 'set' && next.block.role === 'figure-caption'
  return { ...stackedAs(block.id, spacing, 1), keepNext: captioned }
}

/** A table has no blank above it in Word: the paragraph before it carries the lead. */
function tableBlocks({ block }: MeasuredTable, sheet: Sheet, met: Set<BlockId>): WordBlock[] {
  const notes = new Map<number, readonly BlockId[]>()
  block.rows.forEach((row, index) => {
    const marks = row.cells.flatMap((cell) => firstMarks(cell.content.runs, met)).map(({ note }) => note)
    if (marks.length > 0) notes.set(index, marks)
  })
  return wordRows(block, sheet).map((heights) => ({
    ...stackedAs(block.id, { before: twips(block.lead * sheet.master.pitch), after: 0, line: 0 }, heights.length),
    heights,
    headerRows: block.headerRows,
    ...(notes.size === 0 ? {} : { notes }),
  }))
}

const stackedAs = (id: BlockId, { before, after, line }: WordSpacing, count: number): WordBlock => ({
  id,
  before,
  after,
  count,
  line,
  keepNext: false,
  keepTogether: false,
  headerRows: 0,
})

interface Mark {
  readonly note: BlockId
  readonly at: number
}

/** Marks of notes that were not met before: a note stands under its first mark. */
function firstMarks(runs: readonly FlowRun[], met: Set<BlockId>): Mark[] {
  const marks: Mark[] = []
  for (const { note, from } of runs) {
    if (note === undefined || met.has(note)) continue
    met.add(note)
    marks.push({ note, at: from })
  }
  return marks
}

function notesByLine(marks: readonly Mark[], starts: readonly number[]): ReadonlyMap<number, readonly BlockId[]> {
  const byLine = new Map<number, BlockId[]>()
  for (const { note, at } of marks) {
    const line = starts.findLastIndex((start) => start <= at)
    byLine.set(line, [...(byLine.get(line) ?? []), note])
  }
  return byLine
}

import { type Block, type Paragraph, runsText } from '#lib/editorial'
import { emWidth } from '../forms/characters.js'
import { mergeRuns } from '../runs.js'
import { profileLines } from '../text/profile.js'
import { isCutByPage, joinTexts, restoreParagraphs } from '../text/restore-paragraphs.js'
import type { TextLine } from '../text/text-lines.js'
import type { Change } from './change.js'
import { type Group, joined } from './tidy-groups.js'

/** Paragraphs that are lines of one width, as pasting from PDF leaves them, are joined where a line runs on. */
export function joinWrapped(groups: readonly Group[]): Group[] {
  const lines = groups.flatMap(({ now }, index) => (now?.kind === 'paragraph' ? [lineOf(now, index)] : []))
  const profile = profileLines(lines)
  if (profile.kind !== 'wrapped' || lines.length === 0) return [...groups]
  const follows = new Set(restoreParagraphs(lines, profile).flatMap(({ lines: numbers }) => numbers.slice(1)))
  return joinWhere(groups, 'ingest/joined-lines', (_, __, index) => follows.has(index))
}

/** Paragraphs that a page end cut in the middle of a sentence. */
export const joinCut = (groups: readonly Group[]): Group[] =>
  joinWhere(groups, 'ingest/joined-page-break', (last, next) => isCutByPage(runsText(last.runs), runsText(next.runs)))

function lineOf(block: Paragraph, index: number): TextLine {
  const text = runsText(block.runs).trim()
  return { number: index, text, indent: 0, width: emWidth(text), blankAfter: true }
}

const isParagraph = (block: Block | null | undefined): block is Paragraph => block?.kind === 'paragraph'

function joinWhere(
  groups: readonly Group[],
  code: Change['code'],
  belongs: (last: Paragraph, next: Paragraph, index: number) => boolean,
): Group[] {
  const out: Group[] = []
  for (const [index, group] of groups.entries()) {
    const at = out.findLastIndex(({ now }) => now !== null)
    const last = out[at]
    if (last !== undefined && isParagraph(last.now) && isParagraph(group.now) && belongs(last.now, group.now, index))
      out[at] = together(last, last.now, group, group.now, code)
    else out.push(group)
  }
  return out
}

function together(last: Group, before: Paragraph, next: Group, after: Paragraph, code: Change['code']): Group {
  const [left, right] = [runsText(before.runs), runsText(after.runs)]
  const whole = joinTexts(left, right)
  const gap = whole.slice(left.length, whole.length - right.length)
  const runs = mergeRuns([...before.runs, ...(gap === '' ? [] : [{ text: gap }]), ...after.runs])
  const change = { code, before: `${left.slice(-12)}\n${right.slice(0, 12)}`, after: `${left.slice(-12)}${gap}${right.slice(0, 12)}` }
  return joined(last, next, { kind: 'paragraph', runs }, change)
}

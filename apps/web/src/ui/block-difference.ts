import { type ArticleContent, type Block, blockText } from '#lib/editorial'
import { differenceOf, likeness, type Stretch } from '../lib/difference.js'

/** A stretch of blocks that stayed, or one block that changed, went or came. */
export type BlockChange =
  | { readonly kind: 'same'; readonly count: number }
  | { readonly kind: 'changed'; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'gone'; readonly text: string }
  | { readonly kind: 'new'; readonly text: string }

/** House: two paragraphs that share less than this are not the same one rewritten. */
const ALIKE = 0.4

const lineOf = (block: Block): string => (block.kind === 'figure' ? `［图］${blockText(block)}` : blockText(block))

/** What changed between two versions of an article, paragraph by paragraph; the head first. */
export function changesBetweenVersions(before: ArticleContent, after: ArticleContent): BlockChange[] {
  return [...between(headLines(before), headLines(after)), ...between(before.blocks.map(lineOf), after.blocks.map(lineOf))]
}

const headLines = ({ title, subtitle, author, source, sourceDate, documentNumber }: ArticleContent): string[] =>
  [title, subtitle, author, source, sourceDate, documentNumber].filter((line) => line !== null)

function between(before: readonly string[], after: readonly string[]): BlockChange[] {
  const changes: BlockChange[] = []
  for (const stretch of lineStretches(before, after)) {
    if ('same' in stretch) changes.push({ kind: 'same', count: stretch.same })
    else changes.push(...paired(stretch.gone, stretch.come))
  }
  return changes
}

type LineStretch = { readonly same: number } | { readonly gone: readonly string[]; readonly come: readonly string[] }

/** Lines that stayed in their order, and between them what went and what came. Each line is one sign of an alphabet made for the purpose. */
function lineStretches(before: readonly string[], after: readonly string[]): LineStretch[] {
  const signs = new Map<string, string>()
  const PRIVATE = 0xf0000
  const signOf = (line: string): string => {
    const known = signs.get(line) ?? String.fromCodePoint(PRIVATE + signs.size)
    signs.set(line, known)
    return known
  }
  const lines = new Map<string, string>()
  for (const line of [...before, ...after]) lines.set(signOf(line), line)
  const back = (text: string): string[] => [...text].map((sign) => lines.get(sign) ?? '')
  const out: LineStretch[] = []
  let [gone, come]: [string[], string[]] = [[], []]
  const flush = (): void => {
    if (gone.length + come.length > 0) out.push({ gone, come })
    ;[gone, come] = [[], []]
  }
  for (const { kind, text } of differenceOf(before.map(signOf).join(''), after.map(signOf).join(''))) {
    if (kind === 'same') {
      flush()
      out.push({ same: [...text].length })
    } else if (kind === 'gone') gone = [...gone, ...back(text)]
    else come = [...come, ...back(text)]
  }
  flush()
  return out
}

/** What went and what came are matched in order where they are alike. */
function paired(gone: readonly string[], come: readonly string[]): BlockChange[] {
  const changes: BlockChange[] = []
  let next = 0
  for (const line of gone) {
    const match = come.findIndex((other, at) => at >= next && likeness(differenceOf(line, other)) >= ALIKE)
    if (match < 0) changes.push({ kind: 'gone', text: line })
    else {
      for (const text of come.slice(next, match)) changes.push({ kind: 'new', text })
      const stretches = differenceOf(line, come[match] ?? '')
      changes.push(line === come[match] ? { kind: 'same', count: 1 } : { kind: 'changed', stretches })
      next = match + 1
    }
  }
  return [...changes, ...come.slice(next).map((text): BlockChange => ({ kind: 'new', text }))]
}

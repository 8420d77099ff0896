import { type ArticleContent, type Block, blockText, canonicalJson } from '#lib/editorial'
import { applyFixes } from './apply-fixes.js'
import type { Field, Finding } from './finding.js'

/** How one fix reads before it is put in: its words with a little round them. */
export interface FixPreview {
  readonly finding: Finding
  readonly before: string
  readonly old: string
  readonly new: string
  readonly after: string
}

/** What a batch of fixes changed, enough to take it back. */
export interface FixUndo {
  readonly blocks: readonly { readonly index: number; readonly before: Block; readonly after: Block }[]
  readonly fields: readonly { readonly field: Field; readonly before: string; readonly after: string }[]
}

export interface FixBatch {
  readonly content: ArticleContent
  readonly applied: readonly Finding[]
  readonly previews: readonly FixPreview[]
  readonly undo: FixUndo
}

/** House: twelve characters on either side show the sentence. */
const AROUND = 12

/** The fixes of findings all at once: how each reads, what the article becomes, and what takes it back. */
export function fixBatch(content: ArticleContent, findings: readonly Finding[]): FixBatch {
  const { content: fixed, applied } = applyFixes(content, findings)
  const blocks = content.blocks.flatMap((before, index) => {
    const after = fixed.blocks[index]
    return after === undefined || after === before || same(before, after) ? [] : [{ index, before, after }]
  })
  const named = [...new Set(applied.flatMap(({ field }) => (field === null ? [] : [field])))]
  const fields = named.map((field) => ({ field, before: content[field] ?? '', after: fixed[field] ?? '' }))
  return { content: fixed, applied, previews: applied.map((finding) => previewOf(content, finding)), undo: { blocks, fields } }
}

const same = (one: Block, other: Block): boolean => canonicalJson(one) === canonicalJson(other)

function previewOf(content: ArticleContent, finding: Finding): FixPreview {
  const block = finding.block === null ? undefined : content.blocks[finding.block]
  const whole = block === undefined ? (finding.field === null ? '' : (content[finding.field] ?? '')) : blockText(block)
  return {
    finding,
    before: whole.slice(Math.max(0, finding.from - AROUND), finding.from),
    old: finding.text,
    new: finding.suggestion ?? '',
    after: whole.slice(finding.to, finding.to + AROUND),
  }
}

/** Takes a batch back. What was edited since stays as it is and is answered by its index or field. */
export function undoFixes(
  content: ArticleContent,
  undo: FixUndo,
): { readonly content: ArticleContent; readonly left: readonly (number | Field)[] } {
  const blocks = [...content.blocks]
  const left: (number | Field)[] = []
  for (const { index, before, after } of undo.blocks) {
    const at = placeOf(blocks, after, index)
    if (at < 0) left.push(index)
    else blocks[at] = before
  }
  const fields: Partial<Record<Field, string>> = {}
  for (const { field, before, after } of undo.fields) {
    if (content[field] === after) fields[field] = before
    else left.push(field)
  }
  return { content: { ...content, ...fields, blocks }, left }
}

/** Where a block stands now: at its old place, or where paragraphs were added or removed before it. */
function placeOf(blocks: readonly Block[], wanted: Block, index: number): number {
  const there = blocks[index]
  return there !== undefined && same(there, wanted) ? index : blocks.findIndex((block) => same(block, wanted))
}

import { type ArticleContent, type Block, blockText } from '#lib/editorial'
import { editBlock } from './edit-block.js'
import type { Finding } from './finding.js'

export interface Fixed {
  readonly content: ArticleContent
  /** The findings that were put right; those without suggestion, or overlapping another, are left. */
  readonly applied: readonly Finding[]
}

/** Puts the suggestions of findings into the text. The findings must be of this very content; what no longer stands there is left alone. */
export function applyFixes(content: ArticleContent, findings: readonly Finding[]): Fixed {
  const wanted = withoutOverlaps(findings.filter((one) => one.suggestion !== null && one.from < one.to))
  const applied = wanted.filter((one) => standsThere(content, one))
  const blocks = content.blocks.map((block, index) => {
    const edits = applied.filter((one) => one.block === index).sort((a, b) => b.from - a.from)
    return edits.reduce<Block>((edited, one) => editBlock(edited, one.from, one.to, one.suggestion ?? ''), block)
  })
  return { content: { ...content, ...editedFields(content, applied), blocks }, applied }
}

function standsThere(content: ArticleContent, one: Finding): boolean {
  const block = one.block === null ? undefined : content.blocks[one.block]
  const text = one.block === null ? (one.field === null ? '' : (content[one.field] ?? '')) : block === undefined ? '' : blockText(block)
  return text.slice(one.from, one.to) === one.text
}

function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  for (const one of [...findings].sort((a, b) => (a.block ?? -1) - (b.block ?? -1) || a.from - b.from || b.to - a.to)) {
    const clash = kept.some((other) => other.block === one.block && other.field === one.field && one.from < other.to && other.from < one.to)
    if (!clash) kept.push(one)
  }
  return kept
}

function editedFields(content: ArticleContent, applied: readonly Finding[]): Partial<ArticleContent> {
  const fields: Record<string, string> = {}
  for (const one of applied.filter((finding) => finding.block === null && finding.field !== null).sort((a, b) => b.from - a.from)) {
    const field = one.field ?? 'title'
    const text = fields[field] ?? content[field] ?? ''
    fields[field] = text.slice(0, one.from) + (one.suggestion ?? '') + text.slice(one.to)
  }
  return fields
}

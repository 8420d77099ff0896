import { type ArticleContent, type Block, blockText, runsText } from '#lib/editorial'
import { mergeRuns } from '../runs.js'
import { isCutByPage, joinTexts } from '../text/restore-paragraphs.js'
import type { Change } from './change.js'
import { mapRuns } from './map-runs.js'
import { runsWithoutSpaces } from './tidy-spaces.js'

export interface Tidied {
  readonly content: ArticleContent
  readonly changes: readonly Change[]
}

/**
 * One click of cleaning: paragraphs cut by a page end are joined, blanks between Chinese and figures go. Every change is
 * listed; tidying what is tidy changes nothing.
 */
export function tidy(content: ArticleContent): Tidied {
  const joined = joinCutParagraphs(content.blocks)
  const spaced = removeSpaces(joined.blocks)
  return { content: { ...content, blocks: spaced.blocks }, changes: [...joined.changes, ...spaced.changes] }
}

export interface TidiedBlocks {
  readonly blocks: readonly Block[]
  readonly changes: readonly Change[]
}

/** Paragraphs that go on in the next one, as page-wise extraction and pasting from PDF leave them. */
export function joinCutParagraphs(blocks: readonly Block[]): TidiedBlocks {
  const out: Block[] = []
  const changes: Change[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (last?.kind === 'paragraph' && block.kind === 'paragraph' && isCutByPage(runsText(last.runs), runsText(block.runs))) {
      const left = runsText(last.runs)
      const right = runsText(block.runs)
      const gap = joinTexts(left, right).slice(left.length, joinTexts(left, right).length - right.length)
      out[out.length - 1] = { kind: 'paragraph', runs: mergeRuns([...last.runs, ...(gap === '' ? [] : [{ text: gap }]), ...block.runs]) }
      changes.push({
        code: 'ingest/joined-page-break',
        block: out.length - 1,
        before: `${left.slice(-12)}\n${right.slice(0, 12)}`,
        after: `${left.slice(-12)}${gap}${right.slice(0, 12)}`,
      })
    } else out.push(block)
  }
  return { blocks: out, changes }
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

import { type ArticleContent, EMPTY_ARTICLE } from '#lib/editorial'
import { paragraphHashes } from '#lib/ingest'
import type { FlowBlock, Layout, Line, Page, TextBlock } from '#lib/typeset'

/** What stands on one page: its text without contents entries and page furniture, and the hashes of the paragraphs that begin on it. */
export interface PageText {
  /** Sheet from 1. */
  readonly page: number
  readonly label: string
  readonly text: string
  readonly paragraphs: readonly string[]
}

const CONTENTS = new Set(['contents-heading', 'contents-column', 'contents-entry'])
const PARAGRAPHS = new Set(['paragraph', 'quote', 'turn', 'list-item'])

/** The pages of a layout as they are searched; blank ones and those of the contents have no text and are left out. */
export function pageTexts(layout: Layout): PageText[] {
  const blocks = new Map(layout.flow.flatMap(textBlocks).map((block) => [block.id, block]))
  return layout.pages.map((page) => pageText(page, blocks)).filter((page) => page.text !== '')
}

const textBlocks = (block: FlowBlock): readonly TextBlock[] => {
  if (block.kind === 'text') return CONTENTS.has(block.role) ? [] : [block]
  return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.map((cell) => cell.content)) : []
}

function pageText(page: Page, blocks: ReadonlyMap<string, TextBlock>): PageText {
  const stretches = stretchesOf(page.lines)
  const begun = stretches.flatMap(({ block, from }) => (from === 0 ? (blocks.get(block) ?? []) : []))
  const text = stretches.flatMap(({ block, from, to }) => blocks.get(block)?.text.slice(from, to).replace(/\t/g, ' ') ?? []).join('\n')
  return { page: page.number, label: page.label, text, paragraphs: begun.flatMap(hashesOf) }
}

/** Lines of one block that follow each other are one stretch of its text: nothing is parted where only the line ended. */
function stretchesOf(lines: readonly Line[]): Pick<Line, 'block' | 'from' | 'to'>[] {
  const stretches: { block: string; from: number; to: number }[] = []
  for (const { block, from, to } of lines) {
    const last = stretches.at(-1)
    if (last?.block === block) last.to = Math.max(last.to, to)
    else stretches.push({ block, from, to })
  }
  return stretches
}

/** A list item without its mark says what the article's item says. */
function hashesOf(block: TextBlock): string[] {
  if (!PARAGRAPHS.has(block.role)) return []
  const said: ArticleContent['blocks'] = [{ kind: 'paragraph', runs: [{ text: block.text.slice(block.markEnd ?? 0) }] }]
  return paragraphHashes({ ...EMPTY_ARTICLE, blocks: said }).map((one) => one.hash)
}

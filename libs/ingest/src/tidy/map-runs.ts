import type { Block, Run } from '#lib/editorial'

type Rewrite = (runs: readonly Run[]) => readonly Run[]

/** Rewrites the running text of a block. Signatures, document numbers, addresses and letter headings stay as they are: their blanks mean something. */
export function mapRuns(block: Block, rewrite: Rewrite): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'addressee':
    case 'quote':
    case 'authorNote':
      return { ...block, runs: rewrite(block.runs) }
    case 'turn':
      return { ...block, paragraphs: block.paragraphs.map(rewrite) }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, runs: rewrite(item.runs) })) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, runs: rewrite(cell.runs) }))) }
    default:
      return block
  }
}

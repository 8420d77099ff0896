import type { JSONContent } from '@tiptap/react'
import type { ArticleContent, Block, Cell, ListItem, Run } from '#lib/editorial'

type Mark = NonNullable<JSONContent['marks']>[number]

/** The body of an article as the editor holds it. */
export function docOf(blocks: ArticleContent['blocks']): JSONContent {
  const content = blocks.map(nodeOf)
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content }
}

const text = (words: string): JSONContent[] => (words === '' ? [] : [{ type: 'text', text: words }])

const textPart = (type: string, words: string): JSONContent => ({ type, content: text(words) })

export function inlineOf(runs: readonly Run[]): JSONContent[] {
  return runs.flatMap((run) => {
    const marks = marksOf(run)
    const words = run.text === '' ? [] : [{ type: 'text', text: run.text, ...(marks.length === 0 ? {} : { marks }) }]
    return run.note === undefined ? words : [...words, { type: 'noteRef', attrs: { key: run.note } }]
  })
}

const marksOf = (run: Run): Mark[] => [
  ...(run.bold === true ? [{ type: 'bold' }] : []),
  ...(run.italic === true ? [{ type: 'italic' }] : []),
  ...(run.underline === true ? [{ type: 'underline' }] : []),
  ...(run.kai === true ? [{ type: 'kai' }] : []),
  ...(run.position === undefined ? [] : [{ type: run.position }]),
  ...(run.link === undefined ? [] : [{ type: 'link', attrs: { href: run.link } }]),
]

function nodeOf(block: Block): JSONContent {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, content: inlineOf(block.runs) }
    case 'paragraph':
    case 'addressee':
    case 'quote':
    case 'authorNote':
      return { type: block.kind, content: inlineOf(block.runs) }
    case 'letterHeading':
    case 'documentNumber':
    case 'attribution':
      return textPart(block.kind, block.text)
    case 'linkLine':
      return textPart('linkLine', block.url)
    case 'separator':
      return { type: 'separator' }
    case 'figure':
      return { type: 'figure', attrs: { image: block.image, alt: block.alt }, content: text(block.caption ?? '') }
    default:
      return composedNode(block)
  }
}

type Composed = Extract<Block, { kind: 'signature' | 'annexStart' | 'turn' | 'list' | 'table' }>

function composedNode(block: Composed): JSONContent {
  switch (block.kind) {
    case 'signature': {
      const organs = (block.organs.length === 0 ? [''] : block.organs).map((organ) => textPart('organ', organ))
      return { type: 'signature', content: [...organs, ...(block.date === null ? [] : [textPart('signatureDate', block.date)])] }
    }
    case 'annexStart':
      return {
        type: 'annexStart',
        content: [textPart('annexLabel', block.label), ...(block.title === null ? [] : [textPart('annexTitle', block.title)])],
      }
    case 'turn': {
      const paragraphs = block.paragraphs.length === 0 ? [[]] : block.paragraphs
      return {
        type: 'turn',
        attrs: { role: block.role },
        content: [textPart('speaker', block.speaker), ...paragraphs.map((runs) => ({ type: 'turnParagraph', content: inlineOf(runs) }))],
      }
    }
    case 'list':
      return { type: 'list', content: (block.items.length === 0 ? [{ label: '', level: 0, runs: [] }] : block.items).map(itemNode) }
    case 'table':
      return {
        type: 'table',
        attrs: { headerRows: block.headerRows },
        content: [
          textPart('tableCaption', block.caption ?? ''),
          { type: 'tableGrid', content: block.rows.map((row) => ({ type: 'tableRow', content: row.map(cellNode) })) },
          textPart('tableNote', block.note ?? ''),
        ],
      }
  }
}

const itemNode = ({ label, level, runs }: ListItem): JSONContent => ({ type: 'listItem', attrs: { label, level }, content: inlineOf(runs) })

const cellNode = (cell: Cell): JSONContent => ({
  type: 'tableCell',
  attrs: { colspan: cell.colSpan ?? 1, rowspan: cell.rowSpan ?? 1, align: cell.align ?? null },
  content: inlineOf(cell.runs),
})

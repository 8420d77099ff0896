import type { ArticleContent, Block, Run } from './manuscript.js'

export const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

/**
 * The text of a block as findings and comments count it: UTF-16 offsets into this string.
 * Parts of a block (cells, items, turns) are joined by line feeds.
 */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'addressee':
    case 'quote':
    case 'authorNote':
      return runsText(block.runs)
    case 'letterHeading':
    case 'documentNumber':
    case 'attribution':
      return block.text
    case 'signature':
      return [...block.organs, ...(block.date === null ? [] : [block.date])].join('\n')
    case 'turn':
      return [block.speaker, ...block.paragraphs.map(runsText)].join('\n')
    case 'list':
      return block.items.map((item) => item.label + runsText(item.runs)).join('\n')
    case 'table':
      return tableText(block)
    case 'figure':
      return block.caption ?? ''
    case 'linkLine':
      return block.url
    case 'annexStart':
      return block.title === null ? block.label : `${block.label}\n${block.title}`
    case 'separator':
      return ''
  }
}

function tableText(table: Extract<Block, { kind: 'table' }>): string {
  const cells = table.rows.flatMap((row) => row.map((cell) => runsText(cell.runs)))
  return [...(table.caption === null ? [] : [table.caption]), ...cells, ...(table.note === null ? [] : [table.note])].join('\n')
}

/** Everything the body of an article says, blocks joined by line feeds, footnotes last. */
export function bodyText(content: ArticleContent): string {
  const notes = Object.keys(content.notes)
    .sort()
    .map((key) => runsText(content.notes[key] ?? []))
  return [...content.blocks.map(blockText), ...notes].join('\n')
}

/** 字数 as Word counts it: each Han character, kana, hangul and full-width mark is one; a run of other non-blank signs is one. House: Word's dialog "字数". */
export function countCharacters(text: string): number {
  let count = 0
  let inWord = false
  for (const char of text) {
    const wide =
      /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2014\u2018\u2019\u201c\u201d\u2026]|\p{Script=Han}/u.test(
        char,
      )
    const blank = /\s/u.test(char)
    if (wide) count += 1
    else if (!blank && !inWord) count += 1
    inWord = !wide && !blank
  }
  return count
}

import type { ArticleContent, Block, Run } from '#lib/editorial'
import { type Desk, flowText, type NoteMarks, textBlock } from './desk.js'

const CIRCLED_ONE = 0x2460
const CIRCLED = 20

/** ① to ⑳, then [21]: figures of one article. House: circled figures are what Chinese books use at the foot of the page; Unicode's row of one square each ends at ⑳. */
export const noteMark = (number: number): string => (number <= CIRCLED ? String.fromCodePoint(CIRCLED_ONE + number - 1) : `[${number}]`)

/** The notes of an article in the order their marks stand in the text, each with its block's id. */
export interface ArticleNotes extends NoteMarks {
  readonly keys: readonly string[]
}

export function numberNotes(content: ArticleContent, idOf: (number: number) => string): ArticleNotes {
  const keys = [...new Set(content.blocks.flatMap(runsOf).flatMap((run) => (run.note === undefined ? [] : [run.note])))]
  const known = keys.filter((key) => content.notes[key] !== undefined)
  return {
    keys: known,
    mark(key) {
      const index = known.indexOf(key)
      return index < 0 ? null : { mark: noteMark(index + 1), block: idOf(index + 1) }
    },
  }
}

function runsOf(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'turn':
      return block.paragraphs.flat()
    case 'list':
      return block.items.flatMap((item) => item.runs)
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.runs))
    default:
      return 'runs' in block ? block.runs : []
  }
}

/** The notes themselves, after the blocks of their article. */
export function composeNotes(desk: Desk, content: ArticleContent, article: number, notes: ArticleNotes): void {
  const face = desk.sheet.styles.footnote?.face ?? 'song'
  for (const key of notes.keys) {
    const note = notes.mark(key)
    if (note === null) continue
    const set = flowText(content.notes[key] ?? [], face, notes, note.mark)
    desk.blocks.push(textBlock(desk.sheet, desk.section, { id: note.block, style: 'footnote', ...set, article, markEnd: note.mark.length }))
  }
}

import type { Block, Picture, Run, Warning } from '#lib/editorial'
import { type TextLine, textLines } from '../text/text-lines.js'

export type Notes = Readonly<Record<string, readonly Run[]>>

/** A past bulletin as every format gives it: its lines, and what the format keeps beside them. */
export interface BulletinSource {
  readonly lines: readonly TextLine[]
  /** Running heads and feet, where the format keeps them apart. */
  readonly feet: readonly string[]
  readonly notes: Notes
  readonly pictures: readonly Picture[]
  readonly warnings: readonly Warning[]
}

export const textSource = (text: string): BulletinSource => ({ lines: textLines(text), feet: [], notes: {}, pictures: [], warnings: [] })

/** The footnotes whose marks stand in these blocks. */
export function notesOf(blocks: readonly Block[], notes: Notes): Notes {
  const marked = new Set(blocks.flatMap(runsOf).flatMap((run) => run.note ?? []))
  return Object.fromEntries(Object.entries(notes).filter(([key]) => marked.has(key)))
}

function runsOf(block: Block): readonly Run[] {
  if ('runs' in block) return block.runs
  if (block.kind === 'turn') return block.paragraphs.flat()
  if (block.kind === 'list') return block.items.flatMap((item) => item.runs)
  return block.kind === 'table' ? block.rows.flat().flatMap((cell) => cell.runs) : []
}

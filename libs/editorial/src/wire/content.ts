import { z } from 'zod'
import type { ArticleContent, Run } from '../manuscript.js'
import { block, noteKey, runs } from './blocks.js'
import { knownDate, webAddress } from './marks.js'
import { nameLine } from './text.js'

/** House: an article of 10,000 blocks is a book; one of 1,000,000 characters would not be typeset in one job. */
const LIMITS = { blocks: 10_000, notes: 500, characters: 1_000_000 }

/** Everything one version of an article says, checked against the block tree: what passes can be stored, printed and copied out again. */
export const articleContent = z
  .strictObject({
    title: nameLine(500),
    subtitle: nameLine(500).nullable(),
    author: nameLine(500).nullable(),
    source: nameLine(200).nullable(),
    sourceDate: knownDate.nullable(),
    url: webAddress.nullable(),
    documentNumber: nameLine(200).nullable(),
    documentDate: knownDate.nullable(),
    blocks: z.array(block).max(LIMITS.blocks),
    notes: z.record(noteKey, runs).refine((notes) => Object.keys(notes).length <= LIMITS.notes, { message: 'too-many-notes' }),
  })
  .superRefine((content, context) => {
    for (const key of danglingNotes(content)) {
      context.addIssue({
        code: 'custom',
        message: 'no-such-note',
        params: { code: 'no-such-note', note: key },
        path: ['blocks'],
        input: key,
      })
    }
    if (roughLength(content.blocks) > LIMITS.characters) {
      context.addIssue({
        code: 'custom',
        message: 'too-long',
        params: { code: 'too-long', limit: LIMITS.characters },
        path: ['blocks'],
        input: null,
      })
    }
  })
  .meta({ id: 'ArticleContent' })

/** Keys of footnotes a body calls for and the article does not have. */
export function danglingNotes(content: Pick<ArticleContent, 'blocks' | 'notes'>): string[] {
  return [...new Set(content.blocks.flatMap(runsOf).flatMap((run) => run.note ?? []))].filter((key) => !Object.hasOwn(content.notes, key))
}

/** Every run of a block, wherever it stands in it. */
export function runsOf(one: ArticleContent['blocks'][number]): readonly Run[] {
  if ('runs' in one) return one.runs
  if (one.kind === 'turn') return one.paragraphs.flat()
  if (one.kind === 'list') return one.items.flatMap((item) => item.runs)
  return one.kind === 'table' ? one.rows.flatMap((row) => row.flatMap((cell) => cell.runs)) : []
}

const roughLength = (blocks: ArticleContent['blocks']): number => blocks.flatMap(runsOf).reduce((sum, run) => sum + run.text.length, 0)

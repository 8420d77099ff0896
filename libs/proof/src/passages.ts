import { type ArticleContent, type Block, blockText, runsText } from '#lib/editorial'
import type { Field } from './finding.js'

export type PassageRole = 'title' | 'heading' | 'body' | 'addressee' | 'cell' | 'caption' | 'item' | 'line'

/** A stretch of text that rules read as one: a paragraph, a heading, a table cell. */
export interface Passage {
  readonly block: number | null
  readonly field: Field | null
  readonly role: PassageRole
  /** Offset of the passage in `blockText(block)`. */
  readonly at: number
  readonly text: string
  /** The same length, with addresses, mail and code blotted out, so that offsets hold. */
  readonly masked: string
}

/** What addresses and code are blotted out with: no rule looks for it. */
export const BLOT = '\u0001'
const ADDRESS =
  /(?:https?:\/\/|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|cn|org|net|edu|gov)(?:\.\w+)*(?:\/[!-~]*)?/g

const mask = (text: string): string => text.replace(ADDRESS, (found) => BLOT.repeat(found.length))

/** All passages of an article in reading order. */
export function passagesOf(content: ArticleContent): Passage[] {
  const head = (['title', 'subtitle'] as const).flatMap((field) => fieldPassage(field, content[field]))
  return [...head, ...content.blocks.flatMap((block, index) => blockPassages(block, index))]
}

function fieldPassage(field: Field, text: string | null): Passage[] {
  return text === null || text === '' ? [] : [{ block: null, field, role: 'title', at: 0, text, masked: mask(text) }]
}

type Part = readonly [role: PassageRole, text: string]

function blockPassages(block: Block, index: number): Passage[] {
  const whole = blockText(block)
  let at = 0
  return partsOf(block).map(([role, text]) => {
    const from = whole.indexOf(text, at)
    at = from + text.length
    return { block: index, field: null, role, at: from, text, masked: mask(text) }
  })
}

/** The parts of a block in the order of `blockText`. */
function partsOf(block: Block): Part[] {
  switch (block.kind) {
    case 'heading':
      return [['heading', runsText(block.runs)]]
    case 'paragraph':
    case 'quote':
      return [['body', runsText(block.runs)]]
    case 'addressee':
      return [['addressee', runsText(block.runs)]]
    case 'turn':
      return block.paragraphs.map((runs): Part => ['body', runsText(runs)])
    case 'list':
      return block.items.map((item): Part => ['item', runsText(item.runs)])
    case 'table':
      return [
        ...captionParts(block.caption),
        ...block.rows.flat().map((cell): Part => ['cell', runsText(cell.runs)]),
        ...captionParts(block.note),
      ]
    case 'figure':
      return captionParts(block.caption)
    case 'signature':
      return block.organs.map((organ): Part => ['line', organ])
    case 'annexStart':
      return captionParts(block.title)
    case 'letterHeading':
    case 'documentNumber':
    case 'attribution':
      return [['line', block.text]]
    case 'authorNote':
      return [['line', runsText(block.runs)]]
    case 'linkLine':
    case 'separator':
      return []
  }
}

const captionParts = (caption: string | null): Part[] => (caption === null ? [] : [['caption', caption]])

/** A passage of its own, for examples and for checking one text alone. */
export const passage = (text: string, role: PassageRole = 'body'): Passage => ({
  block: 0,
  field: null,
  role,
  at: 0,
  text,
  masked: mask(text),
})

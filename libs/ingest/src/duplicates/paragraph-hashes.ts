import { type ArticleContent, type Block, runsText, sha256Hex } from '#lib/editorial'
import { solidText } from './solid-text.js'

/** House: below twenty characters the same words stand in many texts by right (同志们, 来源, a heading). */
const LEAST = 20

export interface ParagraphHash {
  /** Index into `blocks`. */
  readonly block: number
  /** Letters and figures, without marks and blanks. */
  readonly characters: number
  /** Signed 64-bit in decimal, for a `bigint[]` under GIN. */
  readonly hash: string
}

/** The paragraphs of an article by what they say, to find those already printed. Width, blanks and marks make no difference; short ones are left out. */
export function paragraphHashes(content: ArticleContent): readonly ParagraphHash[] {
  return content.blocks.flatMap((block, index) => paragraphsOf(block).flatMap((text) => hashed(text, index)))
}

function hashed(text: string, block: number): ParagraphHash[] {
  const solid = solidText(text)
  if (solid.length < LEAST) return []
  const first = BigInt(`0x${sha256Hex(solid).slice(0, 16)}`)
  return [{ block, characters: solid.length, hash: BigInt.asIntN(64, first).toString() }]
}

function paragraphsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return [runsText(block.runs)]
    case 'turn':
      return block.paragraphs.map(runsText)
    case 'list':
      return block.items.map((item) => runsText(item.runs))
    default:
      return []
  }
}

/** A title as it is compared: two titles of one form are one title. */
export const normaliseTitle = (title: string): string => solidText(title)

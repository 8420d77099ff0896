import type { BlockId } from '../layout.js'
import type { Twips } from './measures.js'

/** A block of the DOCX as Word stacks it: lines or rows that are never parted, with their blanks and what holds them together. */
export interface WordBlock {
  readonly id: BlockId
  readonly before: Twips
  readonly after: Twips
  /** How many lines or rows. */
  readonly count: number
  /** Height of each line; of rows, `heights` has each. */
  readonly line: Twips
  readonly heights?: readonly Twips[]
  readonly keepNext: boolean
  readonly keepTogether: boolean
  /** Rows drawn again at the head of every page the table goes on to. */
  readonly headerRows: number
  /** Notes by the line or row their mark stands in. */
  readonly notes?: ReadonlyMap<number, readonly BlockId[]>
}

/** Height of one line or row. */
export const heightAt = (block: WordBlock, index: number): Twips => block.heights?.[index] ?? block.line

/** Height of the first lines or rows of a block. */
export function heightTo(block: WordBlock, count: number): Twips {
  if (block.heights === undefined) return count * block.line
  let height = 0
  for (let index = 0; index < count; index++) height += block.heights[index]!
  return height
}

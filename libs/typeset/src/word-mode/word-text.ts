import type { TextBlock, TextStyle } from '../layout.js'
import { breakLikeWord, type WordMeasure } from './break-lines.js'
import { halfPoints, type Twips, tracking, twips } from './measures.js'

/**
 * The two ways Word is reckoned with: without a gap between Han and Western text, and with a quarter of an em.
 * House: Word sets the gap, its emulator and older versions do not, LibreOffice sets a fifth; what agrees in both agrees in all.
 */
export const GAPS: readonly number[] = [0, 0.25]

/** Where Word begins the lines of a text, for each of the two ways. */
export type WordStarts = readonly (readonly number[])[]

/** Breaks a text as Word will, in a column of the given width. */
export function wordStarts(block: Pick<TextBlock, 'text' | 'runs' | 'breaks'>, style: TextStyle, width: Twips): WordStarts {
  const measure = measureOf(style, width)
  const wide = breakLikeWord(block, { ...measure, gap: GAPS[1]! })
  return [hasGaps(block.text) ? breakLikeWord(block, measure) : wide, wide]
}

/** Without Western letters or figures there is no gap. */
const hasGaps = (text: string): boolean => /[0-9A-Za-z\u00c0-\u024f]/.test(text)

function measureOf(style: TextStyle, width: Twips): WordMeasure {
  const { size, left, right, firstIndent } = style
  return {
    width: width - twips(left * size) - twips(right * size),
    indent: twips(firstIndent * size),
    em: halfPoints(size) * 10,
    tracking: tracking(size),
    gap: GAPS[0]!,
  }
}

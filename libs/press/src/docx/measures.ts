import type { PageMaster, Pt } from '#lib/typeset'

/** Word counts lengths in twentieths of a point. */
export const twips = (length: Pt): number => Math.round(length * 20)

/** Word counts sizes of type in half points. */
export const halfPoints = (size: Pt): number => Math.round(size * 2)

/** Word counts pictures in 12,700ths of a point. */
export const emus = (length: Pt): number => Math.round(length * 12700)

/**
 * What a size that is no whole half point loses or gains in Word, per character in twips: 15.75 pt becomes 16 pt set 5 twips closer.
 * Source: ECMA-376 part 1 §17.3.2.35 (spacing), §17.3.2.38 (sz).
 */
export const tracking = (size: Pt): number => Math.round((size - halfPoints(size) / 2) * 20)

/** The page of a section, in twips. */
export interface PageFrame {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** Width of the text. */
  readonly text: number
}

/**
 * Margins that leave the type area of the master, 2 twips wider and 40 twips taller.
 * House: Word rounds each glyph and line up; without the spare a line of exactly 28 characters holds 27 and a page of 22 lines 21 (measured with 2 and 10);
 * the rest of the 40 is for the rules of tables, which Word counts and the grid does not.
 */
export function pageFrame(master: PageMaster): PageFrame {
  const width = twips(master.width)
  const height = twips(master.height)
  const left = twips(master.binding)
  const text = twips(master.measure) + 2
  const top = twips(master.head)
  return { width, height, top, left, text, right: width - left - text, bottom: height - top - twips(master.lines * master.pitch) - 40 }
}

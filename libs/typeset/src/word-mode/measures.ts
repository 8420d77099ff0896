import type { PageMaster, Pt } from '../layout.js'

/** Word counts lengths in twentieths of a point. */
export type Twips = number

export const twips = (length: Pt): Twips => Math.round(length * 20)

/** Word counts sizes of type in half points. */
export const halfPoints = (size: Pt): number => Math.round(size * 2)

/**
 * What a size that is no whole half point loses or gains in Word, per character in twips: 15.75 pt becomes 16 pt set 5 twips closer.
 * Source: ECMA-376 part 1 §17.3.2.35 (spacing), §17.3.2.38 (sz).
 */
export const tracking = (size: Pt): Twips => Math.round((size - halfPoints(size) / 2) * 20)

/** The page of a section in Word, in twips. */
export interface PageFrame {
  readonly width: Twips
  readonly height: Twips
  readonly top: Twips
  readonly bottom: Twips
  readonly left: Twips
  readonly right: Twips
  /** Width of the text. */
  readonly text: Twips
}

/** House: Word rounds each glyph up; without the spare a line of exactly 28 characters holds 27 (measured). */
const SPARE_WIDTH: Twips = 2

/** House: a page of 22 lines holds 21 without a spare (measured with 2 and 10 twips); the rest is for the rules of tables, which Word counts and the grid does not. */
const SPARE_HEIGHT: Twips = 40

/** Margins that leave the type area of the master, a hair wider and taller. */
export function pageFrame(master: PageMaster): PageFrame {
  const width = twips(master.width)
  const height = twips(master.height)
  const left = twips(master.binding)
  const text = twips(master.measure) + SPARE_WIDTH
  const top = twips(master.head)
  const bottom = height - top - twips(master.lines * master.pitch) - SPARE_HEIGHT
  return { width, height, top, left, text, right: width - left - text, bottom }
}

/** Height of the text of a page, in twips. */
export const textHeight = (frame: PageFrame): Twips => frame.height - frame.top - frame.bottom

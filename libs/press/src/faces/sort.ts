/**
 * A piece of type: a glyph, the character it stands for, and the blank cast on with it, in font units.
 * 年 before a figure, a comma squeezed to half its width: the blank belongs to the piece, so that no reader of the file takes it for a space.
 */
export interface Sort {
  readonly glyph: number
  readonly character: number
  readonly lead: number
  readonly trail: number
}

/** A glyph as it is. */
export const plainSort = (glyph: number, character: number): Sort => ({ glyph, character, lead: 0, trail: 0 })

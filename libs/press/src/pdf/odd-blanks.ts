export const IDEOGRAPHIC_SPACE = 0x3000

/** Blanks that readers take for something else: the ideographic space, the tab before a page number, the spaces of typesetters. */
export const isOddBlank = (code: number): boolean => code === IDEOGRAPHIC_SPACE || code === 0x09 || (code >= 0x2000 && code <= 0x200b)

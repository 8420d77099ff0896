import type { Pt, Sheet } from '../layout.js'

/** Blank over the first note of a page, the rule in its middle. House: one line of the notes. */
export const noteLead = (sheet: Sheet): Pt => sheet.styles.footnote?.pitch ?? 0

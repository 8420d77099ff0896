import type { editionTexts as chinese } from '../zh/edition.js'

export const editionTexts: typeof chinese = {}

import type { editionTexts as chinese } from '../zh/edition.js'

export const editionTexts: typeof chinese = {
  states: { made: 'Made', released: 'Released', superseded: 'Superseded', recalled: 'Recalled' },
}

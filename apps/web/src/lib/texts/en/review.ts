import type { reviewTexts as chinese } from '../zh/review.js'

export const reviewTexts: typeof chinese = {}

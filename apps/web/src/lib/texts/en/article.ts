import type { articleTexts as chinese } from '../zh/article.js'

export const articleTexts: typeof chinese = {}

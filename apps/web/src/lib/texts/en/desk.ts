import type { deskTexts as chinese } from '../zh/desk.js'

export const deskTexts: typeof chinese = {}

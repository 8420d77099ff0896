import type { settingsTexts as chinese } from '../zh/settings.js'

export const settingsTexts: typeof chinese = {}

import type { inboxTexts as chinese } from '../zh/inbox.js'

export const inboxTexts: typeof chinese = {}

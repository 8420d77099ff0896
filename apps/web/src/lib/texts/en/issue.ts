import type { issueTexts as chinese } from '../zh/issue.js'

export const issueTexts: typeof chinese = {
  inStage: (stage) => `In ${stage}`,
}

import type { articleTexts as chinese } from '../zh/article.js'

export const articleTexts: typeof chinese = {
  title: 'Article',
  table: 'Table',
  noFindings: 'Nothing found.',
  thisPlace: 'Here',
  suggestion: (text) => (text === '' ? 'Suggestion: take it out' : `Suggestion: ${text}`),
  settledBy: (person, reason) => `Let stand by ${person}: ${reason}`,
}

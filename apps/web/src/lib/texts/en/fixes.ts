import type { fixTexts as chinese } from '../zh/fixes.js'

export const fixTexts: typeof chinese = {
  inArticle: (count) => `Look over and mend ${count} certain ${count === 1 ? 'place' : 'places'}`,
  title: (count) => `Mend ${count} certain ${count === 1 ? 'place' : 'places'}`,
  lead: 'A place that is not ticked stays as it is. In the editor, one undo takes all of them back; only saving makes a new version.',
  put: (count) => `Put into the editor (${count})`,
  issue: 'Mend many at once',
  issueTitle: 'Mend the articles of this issue',
  issueLead:
    'Only certain fixes are listed. A place that is not ticked stays as it is; each article is saved as a new version, and the batch can be taken back.',
  nothing: 'There is nothing certain to mend.',
  take: 'Let the issue take the new versions',
  apply: (count) => `Mend ${count} ${count === 1 ? 'place' : 'places'}`,
  done: (count, version) => `${count} mended, saved as version ${version}`,
  undone: (version) => `Taken back, saved as version ${version}`,
  undo: 'Take back',
  undoOf: (title) => `Take back the fixes in “${title}”`,
  undoAll: 'Take all back',
  checks: 'The issue as a whole',
  noChecks: 'No doubles, no two spellings of one source.',
}

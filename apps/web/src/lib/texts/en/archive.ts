import type { archiveTexts as chinese } from '../zh/archive.js'

export const archiveTexts: typeof chinese = {
  title: 'Archive',
  year: (year) => `${year}`,
  unknownYear: 'Not numbered',
  empty: 'Nothing released yet.',
  files: 'Files',
  import: 'Import a past bulletin',
}

import type { previewTexts as chinese } from '../zh/preview.js'

export const previewTexts: typeof chinese = {
  title: 'Preview',
  none: 'Not laid out yet. Lay it out to see the real pages.',
  empty: 'The issue has no articles to lay out.',
  layOut: 'Lay out the newest content',
  layingOut: 'Laying out',
  upToDate: 'These are the newest pages.',
  of: (name, moment) => `${name}, laid out ${moment}`,
  contents: 'Contents',
  pages: 'Pages',
  page: (page) => `Page ${page}`,
  single: 'Single',
  spread: 'Spread',
  view: 'View',
  warnings: 'Layout remarks',
  noWarnings: 'No remarks.',
  failed: 'The pages could not be read.',
  zoom: 'Size',
  fit: 'Fit width',
}

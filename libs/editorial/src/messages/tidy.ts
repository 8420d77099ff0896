import type { Messages } from './message.js'

/** What tidying did, each change one sentence. */
export const tidyMessages = {
  'ingest/joined-lines': { zh: '把断开的行接成一段', en: 'Wrapped lines were joined' },
  'ingest/joined-page-break': { zh: '接上了被分页断开的段落', en: 'A paragraph cut by a page break was joined' },
  'ingest/removed-space': { zh: '去掉了汉字与数字、字母之间的空格', en: 'Blanks between Chinese and figures were taken out' },
  'ingest/added-space': { zh: '在汉字与数字、字母之间加了空格', en: 'Blanks were put between Chinese and figures' },
  'ingest/full-width-marks': { zh: '把中文里的半角标点改成了全角', en: 'Marks beside Chinese became full-width' },
  'ingest/removed-page-line': { zh: '删去了网页上的行', en: 'A line of the web page was taken out' },
  'ingest/removed-boilerplate': { zh: '删去了通稿、版面用语', en: 'Instructions of a wire service were taken out' },
} satisfies Messages

import type { Messages } from './message.js'

/** What tidying did, each change one sentence. */
export const tidyMessages = {
  'ingest/joined-lines': { zh: '把断开的行接成一段', en: 'Wrapped lines were joined' },
  'ingest/joined-page-break': { zh: '接上了被分页断开的段落', en: 'A paragraph cut by a page break was joined' },
  'ingest/removed-space': { zh: '去掉了汉字之间的空格', en: 'A space between characters was removed' },
} satisfies Messages

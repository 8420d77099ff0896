import type { Messages } from './message.js'

export const changeMessages = {
  'change/article-added': { zh: '新增稿件《{title}》', en: 'Added: {title}' },
  'change/article-removed': { zh: '撤下稿件《{title}》', en: 'Removed: {title}' },
  'change/article-changed': { zh: '稿件《{title}》内容有改动', en: 'Changed: {title}' },
  'change/article-moved': { zh: '稿件《{title}》调整了栏目', en: 'Moved to another column: {title}' },
  'change/order': { zh: '稿件顺序有调整', en: 'The order of articles changed' },
  'change/issue-facts': { zh: '刊头信息（编号、日期、编者等）有改动', en: 'The facts of the issue (number, date, editors) changed' },
  'change/template': { zh: '版式有改动', en: 'The house style changed' },
  'change/faces': { zh: '字体有改动', en: 'The typefaces changed' },
} satisfies Messages

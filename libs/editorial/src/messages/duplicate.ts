import type { Messages } from './message.js'

/** Badges of articles that are not the first of their kind. */
export const duplicateMessages = {
  'duplicate/used': { zh: '已在{issue}用过', en: 'Printed in {issue}' },
  'duplicate/used-page': { zh: '已在{issue}第{page}页用过', en: 'Printed in {issue}, page {page}' },
  'duplicate/alike-used': { zh: '疑似已在{issue}用过', en: 'Probably printed in {issue}' },
  'duplicate/alike-used-page': { zh: '疑似已在{issue}第{page}页用过', en: 'Probably printed in {issue}, page {page}' },
  'duplicate/passages-used': { zh: '有{count}段已在{issue}用过', en: '{count} paragraphs were printed in {issue}' },
  'duplicate/passages-used-page': {
    zh: '有{count}段已在{issue}第{page}页用过',
    en: '{count} paragraphs were printed in {issue}, page {page}',
  },
  'duplicate/same': { zh: '与《{title}》基本相同', en: 'Nearly the same as “{title}”' },
  'duplicate/alike': { zh: '与《{title}》疑似重复', en: 'Probably the same as “{title}”' },
  'duplicate/address': { zh: '与《{title}》网址相同', en: 'From the same address as “{title}”' },
  'duplicate/passages': { zh: '有{count}段与《{title}》相同', en: '{count} paragraphs are the same as in “{title}”' },
} satisfies Messages

import type { Messages } from './message.js'

/** What is said of rules for the pages of a site. */
export const siteRuleMessages = {
  'site-rule/missing': { zh: '没有找到这条网站规则。', en: 'No such site rule.' },
  'site-rule/there-already': {
    zh: '本刊已有 {host} 的规则，请改那一条。',
    en: 'This publication has a rule for {host} already; please change that one.',
  },
  'site-rule/too-many': { zh: '网站规则最多 {limit} 条。', en: 'There can be {limit} site rules at most.' },
  'site-rule/other-site': {
    zh: '这个网址不在 {host} 之下，规则对它不起作用。',
    en: 'This address is not under {host}; the rule says nothing of it.',
  },
} satisfies Messages

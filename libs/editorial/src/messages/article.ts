import type { Messages } from './message.js'

export const articleMessages = {
  'article/missing': { zh: '没有找到这篇稿件。', en: 'No such article.' },
  'article/changed': {
    zh: '稿件已被 {by} 保存为第 {version} 版，您的文字没有丢失，请对照后再保存。',
    en: '{by} saved version {version} meanwhile; nothing of yours is lost, compare and save again.',
  },
  'article/in-issue': { zh: '稿件已编入某期，请先从该期移出。', en: 'The article stands in an issue; take it out first.' },
  'article/sign-off-not-needed': {
    zh: '稿件的来源、日期和原件齐全，无需签字放行。',
    en: 'Source, date and original are there; no sign-off is needed.',
  },
  'article/no-such-finding': { zh: '当前版本中没有这处校对问题。', en: 'The present version has no such finding.' },
} satisfies Messages

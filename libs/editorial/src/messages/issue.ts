import type { Messages } from './message.js'

export const issueMessages = {
  'issue/no-articles': { zh: '本期还没有稿件，不能提交。', en: 'This issue has no articles yet.' },
  'issue/not-numbered': { zh: '本期还没有编号（年、期），不能提交。', en: 'This issue has no year and number yet.' },
  'issue/sources-missing': {
    zh: '有 {count} 篇稿件来源不全（缺来源 {source} 篇，缺日期 {date} 篇，缺原件 {original} 篇）：{titles}。请补充，或说明理由后签字放行。',
    en: '{count} articles do not say all of where they are from (no source: {source}, no date: {date}, no original kept: {original}): {titles}. Add it, or sign off with a reason.',
  },
  'issue/blocking-findings': { zh: '还有 {count} 处必须处理的校对问题。', en: '{count} blocking findings are still open.' },
  'issue/not-approved': { zh: '本期内容尚未通过全部审校，不能出版。', en: 'This content has not passed every review stage.' },
  'issue/no-such-move': { zh: '当前状态下不能进行这一步。', en: 'This step is not possible in the present state.' },
  'issue/number-taken': { zh: '{year}年第{number}期已经存在。', en: 'Number {number} of {year} exists already.' },
  'issue/total-taken': { zh: '总第{totalNumber}期已经存在。', en: 'Total number {totalNumber} exists already.' },
  'issue/number-gap': { zh: '期号与上一期不连续。', en: 'The number does not follow the previous issue.' },
  'issue/total-gap': { zh: '总期号与上一期不连续。', en: 'The total number does not follow the previous issue.' },
  'issue/missing': { zh: '没有找到这一期。', en: 'No such issue.' },
  'issue/changed': { zh: '这一期已被 {by} 改动，请先看新内容。', en: 'The issue was changed by {by} meanwhile.' },
  'issue/unknown-article': {
    zh: '编排中有稿件不属于本刊，或版本不存在。',
    en: 'The arrangement names an article or a version this publication does not have.',
  },
  'issue/article-elsewhere': { zh: '稿件《{title}》已编入另一期。', en: '“{title}” stands in another issue already.' },
  'issue/already-submitted': { zh: '这一期已经提交过审校，不能删除。', en: 'This issue has been submitted before and cannot be removed.' },
  'issue/arrangement-incomplete': {
    zh: '编排漏掉了 {count} 篇稿件；要撤下的稿件请明确列出。',
    en: 'The arrangement leaves out {count} articles; name those that are to be taken out.',
  },
} satisfies Messages

import type { Messages } from './message.js'

/** What is said of past bulletins brought in together. */
export const pastMessages = {
  'past/missing': { zh: '没有找到这批往期，或者其中的这一期。', en: 'No such batch of past issues, or no such issue in it.' },
  'past/too-many': { zh: '一批最多 {limit} 个文件，请另建一批。', en: 'A batch takes {limit} files; please make another.' },
  'past/failed': {
    zh: '这一期没有读成（编号 {number}），可以重试；再次失败请告知管理员。',
    en: 'This issue could not be read (number {number}); try again, then tell the administrator.',
  },
  'past/not-failed': { zh: '这一期没有失败，不用重试。', en: 'This issue has not failed; there is nothing to try again.' },
  'past/not-done': { zh: '这一期还没有读完，不能确认。', en: 'This issue has not been read yet; it cannot be confirmed.' },
  'past/edited-since': {
    zh: '《{title}》拆出之后有人改过，这次校字没有动它，请在稿件里自行改正。',
    en: '“{title}” was edited after it was read; this repair left it alone. Please correct it in the article.',
  },
  'past/read-no-more': {
    zh: '校字以前拆出的《{title}》这次没有拆出来，稿件还在，请核对后处理。',
    en: '“{title}”, read before the repair, was not found this time; the article is still there, please look at it.',
  },
  'past/over': { zh: '这一期已经处理完。', en: 'This issue is dealt with already.' },
} satisfies Messages

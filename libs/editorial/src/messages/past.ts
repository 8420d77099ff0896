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
  'past/over': { zh: '这一期已经处理完。', en: 'This issue is dealt with already.' },
} satisfies Messages

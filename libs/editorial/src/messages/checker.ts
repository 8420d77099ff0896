import type { Messages } from './message.js'

/** What is said of the checker outside the house. */
export const checkerMessages = {
  'checker/off': {
    zh: '本系统没有设置外部校对程序，文字不会发往外部。',
    en: 'No outside checker is set up; no text leaves the house.',
  },
  'checker/not-asked': { zh: '这一版没有送过外部校对。', en: 'This version was not given to the outside checker.' },
  'checker/no-answer': {
    zh: '外部校对程序没有正常回答，请稍后再试；一直如此请告诉管理员。',
    en: 'The outside checker did not answer properly; try again later, or tell the administrator.',
  },
  'checker/nonsense': {
    zh: '外部校对程序的回答不是校对意见，没有采用；请告诉管理员。',
    en: 'What the outside checker answers are no corrections; tell the administrator.',
  },
  'checker/failed': {
    zh: '外部校对没有完成，请把编号 {number} 告诉管理员。',
    en: 'The outside check failed; give the administrator the number {number}.',
  },
} satisfies Messages

import type { Messages } from './message.js'

export const reviewMessages = {
  'review/already-begun': { zh: '审校已经开始，不能撤回提交。', en: 'Review has begun; the submission cannot be pulled back.' },
  'review/content-changed': {
    zh: '内容已有改动，请查看最新内容后再作决定。',
    en: 'The content changed; look at it again before deciding.',
  },
  'review/not-your-stage': { zh: '您不是“{stage}”的审校人。', en: 'You are not a reviewer of stage “{stage}”.' },
  'review/own-content': {
    zh: '您参与过本期内容的编辑，不能审校自己的内容。',
    en: 'You edited content of this issue and cannot review it.',
  },
  'review/same-person': {
    zh: '您已经在“{stage}”作过审核，任何两个环节不能由同一人担任。',
    en: 'You already acted in stage “{stage}”; no two stages may be one person.',
  },
  'review/reason-needed': { zh: '请写明理由。', en: 'Please give a reason.' },
  'review/not-your-approval': {
    zh: '只有最后一次通过的审校人可以撤回，且下一环节尚未处理。',
    en: 'Only the person who approved last may withdraw it.',
  },
  'review/exceptions-off': { zh: '本刊没有打开审校例外开关。', en: 'The exception switch of this publication is off.' },
} satisfies Messages

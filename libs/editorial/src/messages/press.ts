import type { Messages } from './message.js'

export const pressMessages = {
  'press/bad-picture': {
    zh: '图片 {picture} 不是完整的 PNG 或 JPEG，无法排印；请换一张图片。',
    en: 'Picture {picture} is no complete PNG or JPEG and cannot be printed; please replace it.',
  },
} satisfies Messages

import type { Messages } from './message.js'

export const sourceMessages = {
  'source/missing': { zh: '没有找到这份来源。', en: 'No such source.' },
  'source/nothing-sent': { zh: '请选择一个文件。', en: 'Please choose a file.' },
  'source/picture-type': { zh: '只接受 PNG 和 JPEG 图片。', en: 'Only PNG and JPEG pictures are taken.' },
  'source/picture-missing': { zh: '稿件引用的图片不在本刊的图片库中。', en: 'The article names a picture this publication does not have.' },
  'source/picture-differs': {
    zh: '稿件中图片的尺寸或类型与图片库中的不一致。',
    en: 'The size or type given for a picture is not that of the stored one.',
  },
  'source/does-not-fit': {
    zh: '“{name}”读出的内容超出了稿件的范围（{place}）。',
    en: 'What was read from “{name}” does not fit an article ({place}).',
  },
  'source/picture-too-large': { zh: '图片的像素太多，请先缩小。', en: 'The picture has too many pixels; make it smaller first.' },
} satisfies Messages

import type { Messages } from './message.js'

export const editionMessages = {
  'edition/missing': { zh: '没有找到这个成品。', en: 'No such edition.' },
  'edition/not-rendered': { zh: '成品还没有生成（需要 PDF 和 DOCX）。', en: 'PDF and DOCX of this content have not been made yet.' },
  'edition/recalled': { zh: '这一版已经撤回：{reason}', en: 'This edition was recalled: {reason}' },
  'edition/damaged': {
    zh: '文件校验不符，已停止下载，请联系管理员。',
    en: 'The stored file is damaged and was not sent; please tell the administrator.',
  },
  'edition/missing-glyphs': {
    zh: '有字库中没有的字，不能生成正式文件：{chars}',
    en: 'Some characters are in no typeface, so no final files were made: {chars}',
  },
  'render/missing': { zh: '没有找到这个生成任务。', en: 'No such render.' },
  'render/too-many': { zh: '您已有 {count} 个任务在排队，请稍后再试。', en: 'You have {count} renders waiting already.' },
  'render/not-running': { zh: '任务已经结束，不能取消。', en: 'The render is over and cannot be cancelled.' },
  'render/cancelled': { zh: '任务已取消。', en: 'The render was cancelled.' },
  'render/overtaken': { zh: '生成期间内容有改动，结果已作废。', en: 'The content changed while rendering; the result was dropped.' },
  'render/failed': {
    zh: '生成失败（编号 {number}），可以重试；再次失败请联系管理员。',
    en: 'Rendering failed (number {number}); try again, then tell the administrator.',
  },
  'render/storage-full': {
    zh: '存储空间已满，正在等待；腾出空间后会自动继续。',
    en: 'The storage is full. The files are made by themselves as soon as there is room.',
  },
  'render/took-too-long': { zh: '生成超时，已停止。', en: 'Rendering took too long and was stopped.' },
  'render/too-much-memory': { zh: '生成占用内存过多，已停止。', en: 'Rendering needed too much memory and was stopped.' },
  'edition/not-released': { zh: '这一版还没有发布，不能分享。', en: 'This edition is not released and cannot be shared.' },
  'edition/no-mail': {
    zh: '没有设置发信服务器（SMTP_URL），请联系系统管理员。',
    en: 'No mail server is set (SMTP_URL); ask the administrator.',
  },
  'edition/mail-unreachable': { zh: '发信服务器没有应答，请稍后再试。', en: 'The mail server does not answer; try again later.' },
  'edition/share-missing': { zh: '链接无效，或已过期、已停用。', en: 'The link opens nothing: it is unknown, expired or revoked.' },
} satisfies Messages

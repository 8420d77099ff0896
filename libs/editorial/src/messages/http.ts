import type { Messages } from './message.js'

/** What the edge of the HTTP interface says before any rule of the desk is asked. */
export const httpMessages = {
  'http/malformed-json': { zh: '请求内容不是完整的 JSON。', en: 'The body is not well-formed JSON.' },
  'http/invalid-encoding': { zh: '请求内容不是 UTF-8 编码。', en: 'The body is not UTF-8.' },
  'http/unsupported-media-type': {
    zh: '不支持这种内容类型，请用 UTF-8 的 application/json。',
    en: 'This media type is not supported; send application/json in UTF-8.',
  },
  'http/payload-too-large': { zh: '内容太大，上限 {limit} 字节。', en: 'The body is too large; the limit is {limit} bytes.' },
  'http/too-complex': { zh: '内容层次太深或成员太多。', en: 'The body is nested too deeply or has too many members.' },
  'http/forbidden-key': { zh: '内容中有不允许的成员名。', en: 'The body has a member name that is not allowed.' },
  'http/validation-failed': { zh: '内容不合要求，请看各处说明。', en: 'The content does not fit; see each place.' },
  'http/invalid-text': { zh: '文字中有不允许的控制字符或残缺字符。', en: 'The text holds control characters or broken characters.' },
  'http/invalid-parameter': { zh: '地址中的参数不合要求。', en: 'A parameter in the address does not fit.' },
  'http/not-found': { zh: '没有找到。', en: 'Not found.' },
  'http/method-not-allowed': { zh: '这个地址不接受这种请求方式。', en: 'This address does not take this method.' },
  'http/unauthenticated': { zh: '请先登录。', en: 'Please sign in.' },
  'http/forbidden': { zh: '您没有这项权限。', en: 'You may not do this.' },
  'http/csrf': { zh: '请求来路不明，请刷新页面后再试。', en: 'The request does not come from our own page; reload and try again.' },
  'http/if-match-required': { zh: '请带上所依据的版本（If-Match）。', en: 'Say which version this is based on (If-Match).' },
  'http/if-match-malformed': { zh: '版本标记（If-Match）的写法不对。', en: 'The version mark (If-Match) is malformed.' },
  'http/stale': { zh: '内容已被改动，请先看新版本。', en: 'The content changed meanwhile; look at the new version first.' },
  'http/too-many-requests': { zh: '请求太频繁，请 {seconds} 秒后再试。', en: 'Too many requests; try again in {seconds} s.' },
  'http/bad-upload': { zh: '上传内容不合要求。', en: 'The upload does not fit.' },
  'http/headers-too-large': { zh: '请求头太大。', en: 'The request headers are too large.' },
  'http/bad-request': { zh: '请求有误。', en: 'The request is wrong.' },
  'http/integrity-error': {
    zh: '文件内容与登记的校验值不符，已停止发送；请告知管理员，编号 {number}。',
    en: 'The file does not match its recorded hash and was not sent; tell the administrator number {number}.',
  },
  'http/storage-full': { zh: '磁盘空间不足，请联系管理员。', en: 'The disk is full; tell the administrator.' },
  'http/unavailable': { zh: '系统暂时不可用，请稍候再试。', en: 'The system is briefly unavailable; try again soon.' },
  'http/fault': { zh: '系统出错，编号 {number}。请告知管理员。', en: 'Something failed, number {number}. Tell the administrator.' },
  'http/key-reused': {
    zh: '这个 Idempotency-Key 已用于另一个请求。',
    en: 'This Idempotency-Key was used for another request.',
  },
  'http/range': { zh: '请求的字节范围超出了文件。', en: 'The range asked for lies outside the file.' },
} satisfies Messages

/** Sending the contents of an edition by mail. */
export const mailTexts = {
  title: '邮寄目录',
  to: '收件人',
  toHint: '一行一个邮箱地址，也可以用空格、逗号或分号隔开；每人各收一封，互相看不到',
  notAddress: (word: string) => `“${word}”不是邮箱地址。`,
  tooMany: (most: number) => `一次最多寄 ${most} 个地址。`,
  message: '附言（可不填）',
  preview: '信件预览',
  subject: (name: string) => `主题：${name}目录`,
  send: '发送',
  sendTo: (count: number) => `发送给 ${count} 人`,
  sent: (count: number) => `已发出 ${count} 封。`,
  refused: (addresses: string) => `邮件服务器没有收下：${addresses}`,
}

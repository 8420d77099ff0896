import { expect, it } from 'vitest'
import { attachmentName } from './attachment-name.js'

it.each([
  ['附件1：任务分工.docx', 'https://a.example.cn/down.jsp?id=7', '附件1：任务分工.docx'],
  ['点击下载', 'https://a.example.cn/files/2024.PDF?v=1', '点击下载.pdf'],
  ['../名单', 'https://a.example.cn/down', '名单'],
  ['', 'https://a.example.cn/a.xls', '未命名.xls'],
])('%s at %s is called %s', (said, url, name) => {
  expect(attachmentName(said, url)).toBe(name)
})

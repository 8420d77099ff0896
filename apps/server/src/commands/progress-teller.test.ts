import { expect, it } from 'vitest'
import { progressTeller } from './progress-teller.js'

function told(terminal: boolean): string {
  const said: string[] = []
  const tell = progressTeller({ tell: (text) => void said.push(text), language: 'zh', terminal })
  tell('produce/reading', { name: '江州简讯' })
  tell('produce/lay-out')
  tell('produce/pdf', { pages: 35 })
  tell('produce/no-date')
  return said.join('')
}

it('is a line a step where nobody watches', () =>
  expect(told(false)).toBe('读取 江州简讯\n排版\n生成 PDF，共 35 页\n没有出版日期，从略。\n'))

it('is one bar in its place on a terminal', () =>
  expect(told(true)).toBe('读取 江州简讯\n\r\u001b[K███░░░ 排版\r\u001b[K████░░ 生成 PDF，共 35 页\n没有出版日期，从略。\n'))

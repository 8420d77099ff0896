import { describe, expect, it } from 'vitest'
import { archiveName } from './archive-name.js'

describe('the name a file is kept under', () => {
  it.each([
    ['江州大学简报.docx', '江州大学简报.docx'],
    ['C:\\temp\\通知（定稿）.doc', '通知（定稿）.doc'],
    ['../../etc/passwd', 'passwd'],
    ['通知\u0000\n.txt', '通知.txt'],
    ['e\u0301.txt', '\u00e9.txt'],
    ['txt.\u202ecod.exe', 'txt.cod.exe'],
    ['/', '未命名'],
  ])('%j is %s', (given, kept) => expect(archiveName(given)).toBe(kept))
  it('keeps the ending of a very long one', () => {
    const kept = archiveName(`${'长'.repeat(300)}.docx`)
    expect([...kept].length).toBe(200)
    expect(kept.endsWith('长.docx')).toBe(true)
  })
})

import { expect, test } from 'vitest'
import { contentDisposition } from './content-disposition.js'

const decoded = (header: string): string => decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? '')

test.each(['规划与决策2024年第10期（总第20期）.pdf', "O'Brien (draft) 100%.docx", 'a"b;c=d.pdf', '𠮷野 学习参考材料.pdf'])(
  '%s arrives as it is',
  (name) => {
    const header = contentDisposition(name, 'bulletin-2024-10.pdf')
    expect(decoded(header)).toBe(name)
    expect(header).toMatch(/^attachment; filename="bulletin-2024-10\.pdf"; /)
    expect(header).toMatch(/^[\x20-\x7e]+$/)
  },
)

test('line ends, slashes and halves of characters cannot break out', () => {
  const header = contentDisposition('a\r\nSet-Cookie: x=1/..\\\ud800b', 'x"\r\n.pdf')
  expect(header).not.toMatch(/[\r\n]/)
  expect(decoded(header)).toBe('a__Set-Cookie: x=1_..__b')
  expect(header).toContain('filename="x___.pdf"')
})

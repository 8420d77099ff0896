import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contentDisposition } from '../../apps/server/src/platform/http/content-disposition.js'
import { type Colleague, type Desk, openDesk } from '../server/desk/desk.js'

let desk: Desk
let editor: Colleague
let publication: string
beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor')
  publication = (await desk.publication('本刊', { editor: [editor] })).id
})
afterAll(() => desk.close())

const names = [
  [
    '通知.txt',
    '关于“双一流”建设的意见（2024年）.txt',
    '《参考》第10期.txt',
    '𠮷野家.txt',
    'ｆｕｌｌ－ｗｉｄｔｈ.txt',
    '　全角空格.txt',
    '一'.repeat(80).concat('.txt'),
  ],
  [
    '../../etc/passwd',
    '..\\..\\windows\\win.ini',
    '/etc/passwd.txt',
    'C:\\boot.txt',
    './a.txt',
    '....//a.txt',
    '%2e%2e%2fa.txt',
    '..%c0%af.txt',
  ],
  ['con.txt', 'nul', 'aux.txt', 'LPT1.txt', '.htaccess', '.txt', '...', 'a.', ' a.txt', 'a.txt ', '-rf.txt', '--help.txt', '~root.txt'],
  [
    '$(id).txt',
    '`id`.txt',
    '{{7*7}}.txt',
    '$' + '{7*7}.txt',
    '<%=7*7%>.txt',
    "' OR 1=1 --.txt",
    'a;b.txt',
    'a|b.txt',
    'a&b.txt',
    'a*b?.txt',
  ],
  ['<img src=x onerror=alert(1)>.txt', '"><script>alert(1)</script>.txt', 'javascript:alert(1).txt', '=HYPERLINK("x").txt', '@SUM(1).txt'],
  [
    'a\u202etxt.exe',
    'a\u200bb.txt',
    'e\u0301.txt',
    '👨‍👩‍👧.txt',
    'ﷺ.txt',
    'İ.txt',
    'ß.txt',
    'a\u00a0b.txt',
    'x.tar.gz',
    'x.txt.exe',
    '__proto__',
    'constructor',
  ],
].flat()

it('whatever an uploaded file is called, its name is kept as it is or refused, and it lies only where its hash says', async () => {
  const root = desk.runtime.config.dataDir
  const strange: string[] = []
  for (const name of names) {
    const answer = await editor.upload(`/publications/${publication}/sources/file`, name, `${name} 的正文。\n\n第二段。`)
    if (answer.status >= 500) strange.push(`${name} ${answer.status}`)
    const kept = (answer.body as { snapshot?: { name: string } }).snapshot?.name
    const last = name.split(/[\\/]/).at(-1) as string
    if (kept !== undefined && ![name, name.normalize('NFC'), last, last.normalize('NFC'), last.trim()].includes(kept))
      strange.push(`${name} became ${kept}`)
  }
  expect(names.length).toBeGreaterThanOrEqual(49)
  expect(strange).toEqual([])
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(txt|exe|ini|gz)$|passwd|htaccess/.test(path))
  expect(found).toEqual([])
  expect(readdirSync(`${root}/files`).every((shelf) => /^([0-9a-f]{2}|unfinished)$/.test(shelf))).toBe(true)
  expect(readdirSync(`${root}/files/unfinished`)).toEqual([])
}, 60_000)

it('a name in a header is one line, plain in its first form and whole in its second', () => {
  for (const name of [...names, 'a\r\nSet-Cookie: x=1.txt', 'a\u0000b.txt', 'a"b\\c.txt']) {
    const header = contentDisposition(name, 'bulletin.txt')
    expect(header, name).not.toMatch(/[^\x20-\x7e]/)
    const star = /filename\*=UTF-8''([^;]+)/.exec(header)?.[1]
    if (star !== undefined && !/\p{Cc}/u.test(name))
      expect(decodeURIComponent(star), name).toBe(name.normalize('NFC').replace(/[/\\]/g, '_'))
  }
})

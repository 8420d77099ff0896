import { describe, expect, it } from 'vitest'
import { articleContent, bodyText, type Manuscript } from '#lib/editorial'
import { readManuscript } from './read-manuscript.js'

const T = '各高校要落实文件要求，认真做好各项工作。'
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const page = (inner: string): string =>
  `<title>关于做好工作的通知</title><h1>关于做好工作的通知</h1><div id="zoom"><p>${T.repeat(5)}</p>${inner}</div>`

const CASES: readonly (readonly [what: string, name: string, text: string, warned: boolean])[] = [
  ['a title longer than any', 'a.md', `---\ntitle: ${T.repeat(30)}\nsource: ${T.repeat(20)}\n---\n\n${T}`, true],
  ['a word bold after a word plain, three thousand times', 'a.md', `# 题\n\n${'**甲**乙'.repeat(1500)}`, false],
  ['a paragraph of fifty thousand characters', 'a.md', `# 题\n\n${T.repeat(2500)}`, false],
  ['a table of 2,500 rows', 'a.html', page(`<table>${'<tr><td>1</td><td>2</td></tr>'.repeat(2500)}</table>`), true],
  ['a table of 150 columns', 'a.html', page(`<table>${`<tr>${'<td>1</td>'.repeat(150)}</tr>`.repeat(2)}</table>`), true],
  [
    'spans that make no sense',
    'a.html',
    page('<table><tr><td colspan="99999">1</td><td rowspan="0">a</td></tr><tr><td>2</td><td colspan="-3">2</td></tr></table>'),
    false,
  ],
  ['a list of 2,500 items', 'a.md', `# 题\n\n${'- 甲\n'.repeat(2500)}`, true],
  ['a list twenty deep', 'a.md', `# 题\n\n${Array.from({ length: 20 }, (_, index) => `${'  '.repeat(index)}- 甲`).join('\n')}`, false],
  ['two hundred organs that sign', 'a.md', `# 题\n\n::: 落款\n${'江州省教育厅\n'.repeat(200)}2025年3月1日\n:::`, true],
  ['notes under odd names, and a note that is missing', 'a.md', '# 题\n\n甲[^a.b]乙[^没有]丙。\n\n[^a.b]: 注文。', false],
  ['control signs and turned letters', 'a.md', `# 题\n\n甲\u0007乙\u202e丙${T}`, false],
]

describe('whatever is read can be stored, and none of its words are lost', () => {
  it.each(CASES)('%s', async (_, name, text, warned) => {
    const read: Manuscript = await readManuscript({ bytes: encode(text), name })
    expect(articleContent.safeParse(read.content).error?.issues.slice(0, 1) ?? []).toEqual([])
    expect(read.warnings.some(({ code }) => code === 'ingest/made-to-fit')).toBe(warned)
  })

  it('an address with blanks can be followed, one that is none keeps its words', async () => {
    const links = `<p>${T}<a href="https://a.example/附件 1.pdf">甲件</a>，<a href="https://a.example/${'x'.repeat(3000)}">乙件</a>。</p>`
    const { content } = await readManuscript({ bytes: encode(page(links)), name: 'a.html', url: 'https://a.example/1.html' })
    const runs = content.blocks.flatMap((block) => ('runs' in block ? block.runs : []))
    expect(articleContent.safeParse(content).success).toBe(true)
    expect(runs.find((run) => run.text === '甲件')?.link).toMatch(/^https:\/\/a\.example\/\S+1\.pdf$/)
    expect(bodyText(content)).toContain('乙件')
  })

  it('all rows of a long table come', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => `<tr><td>第${index}行</td><td>值</td></tr>`).join('')
    const { content } = await readManuscript({ bytes: encode(page(`<table>${rows}</table>`)), name: 'a.html' })
    const tables = content.blocks.filter((block) => block.kind === 'table')
    expect(tables.map((table) => table.rows.length)).toEqual([2000, 500])
    expect(bodyText(content)).toContain('第2499行')
  })

  it('a warning follows its block', async () => {
    const { content, warnings } = await readManuscript({
      bytes: encode(page(`<table>${'<tr><td>1</td></tr>'.repeat(4200)}</table><p>${T}</p>`)),
      name: 'a.html',
    })
    expect(warnings.every(({ block }) => block === undefined || block < content.blocks.length)).toBe(true)
  })
})

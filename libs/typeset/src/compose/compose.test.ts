import { describe, expect, it } from 'vitest'
import { type Block } from '#lib/editorial'
import { layOut, type TextBlock } from '#lib/typeset'
import { tinyFaces } from '../../testing/tiny-faces.js'
import { article, flat, issueOf, p, tinyTemplate } from '../../testing/tiny-issue.js'

const faces = tinyFaces('hei', 'kai', 'title')
const rules = () => ({ ...JSON.parse(JSON.stringify(tinyTemplate().articles)) })
const texts = (issue: ReturnType<typeof flat>, articles: Record<string, unknown> = {}, more: Record<string, unknown> = {}): TextBlock[] =>
  layOut(issue, tinyTemplate({ articles: { ...rules(), ...articles }, ...more }), faces).flow.filter(
    (block): block is TextBlock => block.kind === 'text',
  )
const said = (issue: ReturnType<typeof flat>, articles = {}, more = {}): string[] =>
  texts(issue, articles, more).map((block) => `${block.role} ${block.text}`)

describe('the head of an article', () => {
  const one = (more: Parameters<typeof article>[2]) => flat(article('题目', [p('正文。')], more))

  it('title, subtitle with its dash, source', () => {
    expect(said(one({ subtitle: '副题', source: '江州日报' }), { source: { ...rules().source, marks: 'papers' } })).toEqual([
      'article-title 题目',
      'article-subtitle ——副题',
      'source-line 来源：《江州日报》',
      'paragraph 正文。',
    ])
  })

  it('no 《》 round an agency, none twice', () => {
    const source = { ...rules().source, marks: 'papers' }
    expect(said(one({ source: '新华社' }), { source })[1]).toBe('source-line 来源：新华社')
    expect(said(one({ source: '《求是》' }), { source })[1]).toBe('source-line 来源：《求是》')
  })

  it('a 发文字号 stands instead of a source', () => {
    expect(said(one({ source: '省政府网', documentNumber: '江教〔2025〕3号' }))).toEqual([
      'article-title 题目',
      'document-number 江教〔2025〕3号',
      'paragraph 正文。',
    ])
  })

  it('a person before the title, an organ on its own line', () => {
    expect(said(one({ author: '苏见山' }), { person: 'prefix' })[0]).toBe('article-title 苏见山 | 题目')
    expect(said(one({ author: '中共江州省委教育工委' }), { person: 'prefix' }).slice(0, 2)).toEqual([
      'article-title 题目',
      'byline 中共江州省委教育工委',
    ])
  })

  it('a source with its date at the end, unless the text already says where it is from', () => {
    const source = {
      position: 'end',
      pattern: '（摘自：{source}{dated}）',
      dated: ' {date}',
      dateForm: 'iso',
      marks: 'never',
      notWithDocumentNumber: false,
    }
    expect(said(one({ source: '江州教育', sourceDate: '2025-03-09' }), { source }).at(-1)).toBe('attribution （摘自：江州教育 2025-03-09）')
    expect(said(one({ source: '江州教育' }), { source }).at(-1)).toBe('attribution （摘自：江州教育）')
    const quoted = flat(article('题目', [p('正文。'), { kind: 'attribution', text: '（摘自：他处）' }], { source: '江州教育' }))
    expect(said(quoted, { source }).filter((line) => line.startsWith('attribution'))).toEqual(['attribution （摘自：他处）'])
  })
})

describe('blocks of the body', () => {
  const roles = (...blocks: Block[]): string[] => said(flat(article('题', blocks))).slice(1)

  it('each kind has its role, and every character is there', () => {
    expect(
      roles(
        { kind: 'addressee', runs: [{ text: '各高等学校：' }] },
        { kind: 'letterHeading', text: '回　信' },
        { kind: 'turn', speaker: '记者', role: 'question', paragraphs: [[{ text: '怎么办？' }], [{ text: '还有呢？' }]] },
        {
          kind: 'list',
          items: [
            { label: '1．', level: 1, runs: [{ text: '甲' }] },
            { label: '·', level: 2, runs: [{ text: '乙' }] },
          ],
        },
        { kind: 'quote', runs: [{ text: '引文。' }] },
        { kind: 'annexStart', label: '附件1', title: '计划' },
        { kind: 'linkLine', url: 'https://www.example.cn' },
        { kind: 'signature', organs: ['云岭大学'], date: '2025年3月1日' },
        { kind: 'authorNote', runs: [{ text: '（作者系教授）' }] },
      ),
    ).toEqual([
      'addressee 各高等学校：',
      'letter-heading 回　信',
      'turn 记者：怎么办？',
      'turn 还有呢？',
      'list-item 1．甲',
      'list-item ·乙',
      'quote 引文。',
      'annex-label 附件1',
      'annex-title 计划',
      'link-line https://www.example.cn',
      'signature 云岭大学',
      'signature-date 2025年3月1日',
      'author-note （作者系教授）',
    ])
  })

  it('a heading run into its paragraph stands in 楷体', () => {
    const [, block] = texts(flat(article('题', [p('（一）指导思想。坚持正确方向。')])), { runInHeadings: true })
    expect(block?.runs).toEqual([
      { from: 0, to: 8, face: 'kai' },
      { from: 8, to: 15, face: 'fangsong' },
    ])
  })
})

describe('cover and colophon', () => {
  const cover = {
    kind: 'page',
    lines: [
      { role: 'masthead', text: '{publication}' },
      { role: 'issue-number', text: '{number}' },
      { role: 'cover-line', text: '{date}' },
    ],
  }

  it('what an issue does not know is left out, nothing is invented', () => {
    const bare = issueOf([{ name: null, articles: [article('题', [p('文')])] }], { number: null, year: null })
    expect(said(bare, {}, { cover }).slice(0, 2)).toEqual(['masthead 云岭参考', 'article-title 题'])
  })

  it('the cover has no folio, the body begins on a recto', () => {
    const layout = layOut(flat(article('题', [p('文')])), tinyTemplate({ cover }), faces)
    expect(layout.pages.map((page) => [page.label, page.blank])).toEqual([
      ['', false],
      ['', true],
      ['1', false],
    ])
  })

  it('the 版记 stands at the foot of the last page', () => {
    const layout = layOut(
      flat(article('题', [p('文')])),
      tinyTemplate({ colophon: { lines: ['报送：{publisher}', '印数：{copies}'] } }),
      faces,
    )
    const last = layout.pages.at(-1)
    const { head, lines, pitch } = layout.sheet.master
    const line = last?.lines.at(-1)
    expect(line?.block).toBe('colophon-1')
    expect(line?.y).toBeGreaterThan(head + (lines - 1) * pitch)
    expect(layout.flow.some((block) => block.kind === 'text' && block.text.includes('印数'))).toBe(false)
  })
})

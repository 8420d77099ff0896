import { describe, expect, it } from 'vitest'
import { readListPage } from './read-list-page.js'
import { suggestColumn } from './route-item.js'
import { isSilent } from './silence.js'

const PAGE = 'https://jyt.jiangzhou.example/zwgk/tzgg/'
const bytes = (html: string): Uint8Array => new TextEncoder().encode(html)
const page = (body: string): string =>
  `<html><head><title>通知公告_江州省教育厅</title></head><body>
  <div class="top"><a href="/">首页</a><a href="/zwgk/">政务公开信息公开专栏</a><a href="/jyxw/">教育新闻中心</a></div>
  ${body}
  <div class="links"><a href="https://a.example">江州省人民政府门户网站</a><a href="https://b.example">云岭大学发展规划研究中心</a>
  <a href="https://c.example">江州省科学技术厅门户网站</a></div></body></html>`
const read = (html: string, rule: Parameters<typeof readListPage>[2] = null) => readListPage(bytes(html), PAGE, rule)

const TITLES = ['关于做好2025年课程建设工作的通知', '关于公布优秀教材名单的公告', '关于开展实验室安全检查的通知']
const ALL = TITLES.map((title, index) => ({
  title,
  url: `https://jyt.jiangzhou.example/zwgk/tzgg/t2025030${index + 1}_${index}.html`,
  date: `2025-03-0${index + 1}`,
}))

/** One list in many markups: each makes the rows of the three articles. */
const MARKUPS: Readonly<Record<string, (title: string, index: number) => string>> = {
  'date behind the link': (title, index) =>
    `<li><a href="./t2025030${index + 1}_${index}.html">${title}</a><span>2025-03-0${index + 1}</span></li>`,
  'date in brackets': (title, index) => `<li>·<a href="./t2025030${index + 1}_${index}.html">${title}</a> [2025/03/0${index + 1}]</li>`,
  'day over month': (title, index) =>
    `<div class="row"><div class="d"><b>0${index + 1}</b><i>2025-03</i></div><h3><a href="./t2025030${index + 1}_${index}.html">${title}</a></h3></div>`,
  'cut title, full one in the attribute': (title, index) =>
    `<tr class="line${index}"><td><a title="${title}" href="./t2025030${index + 1}_${index}.html">${title.slice(0, 9)}…</a></td><td>2025年3月${index + 1}日</td></tr>`,
  'date in the address alone': (title, index) => `<p><a href="t2025030${index + 1}_${index}.html">${title}</a></p>`,
  'year under day': (title, index) =>
    `<li class="${index === 0 ? 'first' : ''}"><a href="./t2025030${index + 1}_${index}.html">${title}</a><em>03-0${index + 1}</em><em>2025</em></li>`,
}

describe('a page of lists read by itself', () => {
  it.each(Object.entries(MARKUPS))('%s', (_, row) => {
    const rows = TITLES.map(row).join('')
    const body = rows.startsWith('<tr') ? `<table>${rows}</table>` : `<div class="list">${rows}</div>`
    const found = read(page(body))
    expect(found.items.map(({ title, url, date }) => ({ title, url, date }))).toEqual(ALL)
    expect(found.title).toBe('通知公告_江州省教育厅')
  })

  it('source and summary of a row', () => {
    const row = (title: string, index: number): string =>
      `<li><h4><a href="/n/${index}.html">${title}</a></h4><p>各高校要认真落实文件要求，按时完成各项任务并报送总结材料。</p><span>来源：江州日报 2025-03-01</span></li>`
    const item = read(page(`<ul>${TITLES.map(row).join('')}</ul>`)).items[0]
    expect(item?.source).toBe('江州日报')
    expect(item?.summary).toBe('各高校要认真落实文件要求，按时完成各项任务并报送总结材料。')
  })

  it('the list of articles, not the dated-less menu with longer words', () => {
    const menu = Array.from({ length: 9 }, (_, index) => `<dd><a href="/m${index}/">江州省教育厅机关处室第${index}号专栏</a></dd>`).join('')
    const rows = TITLES.map((title, index) => MARKUPS['date behind the link']?.(title, index)).join('')
    expect(read(page(`<dl>${menu}</dl><ul>${rows}</ul>`)).items.map(({ title }) => title)).toEqual(TITLES)
  })

  it('another markup is another layout; a page that lists nothing has none', () => {
    const first = read(page(`<ul class="a">${TITLES.map((title, index) => MARKUPS['date behind the link']?.(title, index)).join('')}</ul>`))
    const other = read(page(`<div>${TITLES.map((title, index) => MARKUPS['day over month']?.(title, index)).join('')}</div>`))
    expect(first.layout).toBe('ul.a>li>a')
    expect(other.layout).not.toBe(first.layout)
    expect(read('<html><body><p>网站升级改造中</p></body></html>')).toEqual({ title: null, items: [], layout: null })
  })
})

describe('a page read by a rule', () => {
  const html = page(
    `<section>${TITLES.map((title, index) => `<article data-d="x"><i>3/${index + 1}</i><a class="img" href="/p/${index}.jpg">图</a><b><a href="/n/${index}.html">${title}</a></b><u>2025.3.${index + 1}</u></article>`).join('')}</section>`,
  )

  it('takes rows, links, titles and dates where it says', () => {
    const found = read(html, { item: 'article', link: 'b a', title: 'b', date: 'u' })
    expect(found.items.map(({ url, date }) => [url, date])).toEqual(
      [1, 2, 3].map((day) => [`https://jyt.jiangzhou.example/n/${day - 1}.html`, `2025-03-0${day}`]),
    )
  })

  it('refuses what is no selector', () => {
    expect(() => read(html, { item: 'a[[' })).toThrow('ingest/bad-list-rule')
    expect(() => read(html, { item: 'article', date: ':foo(' })).toThrow('ingest/bad-list-rule')
  })
})

describe('the column an article is for', () => {
  const rules = [
    { name: '省厅文件', words: ['通知', '公告'], source: '江州省教育厅', column: '政策文件' },
    { name: '文件', words: ['印发'], source: null, column: '政策文件' },
    { name: '日报', words: [], source: '《江州日报》', column: '媒体视点' },
  ]

  it.each([
    ['关于评审的通知', '江州省教育厅', '省厅文件'],
    ['关于评审的通知', '云岭大学', null],
    ['印发 方案', null, '文件'],
    ['谈教育', '江州日报', '日报'],
    ['谈教育', null, null],
  ])('%s from %s', (title, source, rule) => expect(suggestColumn({ title, source }, rules)?.rule ?? null).toBe(rule))
})

describe('a source that has fallen silent', () => {
  const daily = ['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04']

  it.each([
    [daily, '2025-03-17', false],
    [daily, '2025-03-19', true],
    [['2025-01-01', '2025-02-01', '2025-03-01'], '2025-05-01', false],
    [['2025-01-01', '2025-02-01', '2025-03-01'], '2025-08-01', true],
    [['2025-03-01'], '2026-03-01', false],
    [['昨天', '今天', '明天'], '2026-03-01', false],
  ] as const)('%j on %s', (days, today, silent) => expect(isSilent(days, today)).toBe(silent))
})

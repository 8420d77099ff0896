import { describe, expect, it } from 'vitest'
import { type ArticleContent, type Block, EMPTY_ARTICLE, type IssueContent } from '#lib/editorial'
import { contentsMail } from './contents-mail.js'
import { atomFeed } from './feeds-out.js'
import { articleMarkup, type Dress } from './markup.js'
import { webEdition } from './web-edition.js'
import { wechatArticles } from './wechat.js'

const bare: Dress = { attributes: () => '', picture: (_, alt) => `[${alt}]` }

const article = (blocks: readonly Block[], notes: ArticleContent['notes'] = {}): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title: '题<b>',
  source: '江州日报',
  sourceDate: '2024-09-21',
  blocks,
  notes,
})

const paragraph = (text: string, more: object = {}): Block => ({ kind: 'paragraph', runs: [{ text, ...more }] })

describe('an article as markup', () => {
  it.each<[string, Block, string]>([
    ['signs of the markup', paragraph(`<script>&"'`), '<p>&lt;script&gt;&amp;&quot;&#39;</p>'],
    ['bold', paragraph('重', { bold: true }), '<p><strong>重</strong></p>'],
    [
      'an address',
      paragraph('网', { link: 'https://a.example/?x="1"' }),
      '<p><a href="https://a.example/?x=&quot;1&quot;" rel="noopener noreferrer nofollow">网</a></p>',
    ],
    ['an address that would run', paragraph('网', { link: 'javascript:alert(1)' }), '<p>网</p>'],
    ['a signature', { kind: 'signature', organs: ['甲', '乙'], date: '1日' }, '<p>甲</p>\n<p>乙</p>\n<p>1日</p>'],
    [
      'a question',
      { kind: 'turn', speaker: '记者', role: 'question', paragraphs: [[{ text: '问' }], [{ text: '再问' }]] },
      '<p><strong>记者：</strong>问</p>\n<p>再问</p>',
    ],
    [
      'a table',
      {
        kind: 'table',
        caption: '表',
        headerRows: 1,
        rows: [[{ runs: [{ text: '头' }], colSpan: 2 }], [{ runs: [{ text: '身' }] }]],
        note: null,
      },
      '<p>表</p><table><tr><th colspan="2">头</th></tr><tr><td>身</td></tr></table>',
    ],
  ])('%s', (_, block, expected) => expect(articleMarkup(article([block]), bare)).toBe(expected))

  it('numbers its footnotes as they are called for', () => {
    const noted = article([paragraph('乙', { note: 'b' }), paragraph('甲', { note: 'a' })], {
      a: [{ text: '注甲' }],
      b: [{ text: '注乙' }],
    })
    expect(articleMarkup(noted, bare)).toBe('<p>乙<sup>[1]</sup></p>\n<p>甲<sup>[2]</sup></p>\n<p>[1] 注乙</p>\n<p>[2] 注甲</p>')
  })
})

const issue = (content: ArticleContent): IssueContent => ({
  publication: '江州高教',
  publisher: null,
  year: 2024,
  number: 1,
  totalNumber: null,
  date: '2024-10-08',
  titleLines: [],
  editors: [],
  contact: null,
  columns: [{ name: '要闻', articles: [content] }],
})

it('a page of an issue names it, lists its contents and escapes its titles', () => {
  const page = webEdition({
    name: '第1期',
    issue: issue(article([paragraph('文')])),
    files: [{ format: 'pdf', href: 'x/files/pdf' }],
    pictureHref: (sha) => sha,
    contentHash: 'ab'.repeat(32),
  })
  expect(page).toContain('<a href="#a1">题&lt;b&gt;</a>')
  expect(page).toContain('来源：江州日报　2024年9月21日')
  expect(page).not.toContain('<script')
})

it('the WeChat editor is told where each picture goes', () => {
  const image = { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', width: 2, height: 2 } as const
  const [made] = wechatArticles(issue(article([{ kind: 'figure', image, caption: null, alt: '校门' }])))
  expect(made?.pictures).toEqual([{ sha256: image.sha256, name: '图1.jpg', alt: '校门' }])
  expect(made?.html).toContain('［请在此处插入：图1.jpg（校门）］')
})

it('a feed is as old as its newest issue', () => {
  const one = { id: 'e', name: '第1期 & 增刊', href: 'https://a.example/e', released: '2024-10-08T01:00:00.000Z', titles: ['甲', '乙'] }
  const feed = atomFeed({ title: '江州高教', id: 'p', href: 'https://a.example', self: 'https://a.example/feed.atom', issues: [one] })
  expect(feed).toContain('<updated>2024-10-08T01:00:00.000Z</updated><author>')
  expect(feed).toContain('第1期 &amp; 增刊')
})

it('the letter with the contents names columns once and pages always', () => {
  const place = {
    source: null,
    sourceDate: null,
    url: null,
    documentNumber: null,
    contentHash: '',
    article: '',
    version: 1,
    snapshotSha256: null,
    pdfPage: 1,
  }
  const articles = ['甲', '乙'].map((title, at) => ({ ...place, column: '要闻', title, pageLabel: String(at + 1) }))
  expect(contentsMail({ name: '第1期', message: null, articles, href: null }).text.trim()).toBe('第1期\n\n【要闻】\n甲……1\n乙……2')
})

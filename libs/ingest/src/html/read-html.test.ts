import { describe, expect, it } from 'vitest'
import { type Manuscript, messageText, Refusal, type SiteRule } from '#lib/editorial'
import { show } from '../../testing/show.js'
import { TINY_PNG } from '../../testing/tiny-png.js'
import { readManuscript } from '../read-manuscript.js'

const url = 'https://www.example.cn/news/a.html'
const encode = (html: string): Uint8Array => new TextEncoder().encode(html)
const read = (html: string, attachments = {}): Promise<Manuscript> =>
  readManuscript({ bytes: encode(html), name: '网页.html', url }, attachments)

const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
const TEXT = '各单位要提高认识，压实责任，完善制度，强化检查，确保各项任务落到实处、取得实效。'

describe('a page of a government site', () => {
  const html = page(
    '<title>关于加强校园阅读工作的意见_部门文件_江州省人民政府</title><meta name="firstpublishedtime" content="2024-10-10-18:03:00">',
    `</html><ul><li><a href="/">首页</a></li></ul><h1>关于加强校园阅读工作的意见</h1><div>2024-10-11 08:00 来源： 江州发布 【字体：大 中 小】</div>
     <div id="UCAP-CONTENT"><p align="center">江教发〔2024〕7号</p><p>各市教育局：</p><p>　　${TEXT}</p><p><strong>一、总体要求</strong></p><p>　　${TEXT}　　${TEXT}</p>
     <p style="text-align:right">江州省教育厅</p><p style="text-align:right">2024年9月30日</p><p>责任编辑：叶疏桐</p></div><p><a href="../files/b.pdf">任务分工.pdf</a></p>`,
  )

  it('gives title, source, date and number, each with where it was read', async () => {
    const { content, provenance } = await read(html)
    expect(content).toMatchObject({
      title: '关于加强校园阅读工作的意见',
      source: '江州发布',
      sourceDate: '2024-10-10',
      documentNumber: '江教发〔2024〕7号',
      documentDate: '2024-09-30',
      url,
    })
    expect(provenance.map((one) => `${one.field} ${one.from}`)).toEqual([
      'title heading',
      'source 正文前',
      'sourceDate meta firstpublishedtime',
      'documentNumber 第 1 段',
      'organ 落款',
      'documentDate 落款',
    ])
  })

  it('gives the body, its headings by their looks, two paragraphs where two full-width blanks part them', async () => {
    expect(show((await read(html)).content.blocks)).toEqual([
      'to 各市教育局：',
      `p ${TEXT}`,
      'h1 一、总体要求',
      `p ${TEXT}`,
      `p ${TEXT}`,
      'sign 江州省教育厅 / 2024年9月30日',
    ])
  })

  it('says what it left out and what is offered beside', async () => {
    expect((await read(html)).warnings).toEqual([
      { code: 'ingest/removed-debris', params: { text: '责任编辑：叶疏桐' } },
      { code: 'ingest/attachment', params: { name: '任务分工.pdf', address: 'https://www.example.cn/files/b.pdf' } },
    ])
  })
})

describe('a published document', () => {
  const html = page(
    '<title>关于阅读工作的通知_江州省教育厅</title>',
    `<table><tr><td>发文机关：</td><td>江州省教育厅</td></tr><tr><td>发文字号：</td><td>江教发[2024]7号</td></tr><tr><td>成文日期：</td><td>2024年9月30日</td></tr></table>
     <h1>关于阅读工作的通知</h1><div id="zoom"><p>${TEXT}</p><p>${TEXT}</p></div><p>附件【<a href="/download.jsp?id=3">分工表.docx</a>】</p><div pdfsrc="/a/b.pdf"></div>`,
  )

  it('says who issued it, under what number and when, each with where it was read', async () => {
    const { content, organ, provenance } = await read(html)
    expect({ organ, number: content.documentNumber, date: content.documentDate }).toEqual({
      organ: '江州省教育厅',
      number: '江教发〔2024〕7号',
      date: '2024-09-30',
    })
    expect(provenance.map((one) => `${one.field} ${one.from}`)).toEqual([
      'title heading',
      'organ 发文机关',
      'documentNumber 发文字号',
      'documentDate 成文日期',
    ])
  })

  it('offers its files, told by address or by name', async () => {
    expect((await read(html)).offered).toEqual([
      { name: '分工表.docx', url: 'https://www.example.cn/download.jsp?id=3' },
      { name: 'b.pdf', url: 'https://www.example.cn/a/b.pdf' },
    ])
  })
})

describe('a rule of the house for a site', () => {
  const html = page(
    '<title>站名</title>',
    `<div class="t">秋季阅读活动开始</div><div class="i">供稿 图书馆 日子 2024.9.3</div><div class="w"><p>${TEXT}</p><p class="ad">买一送一，欢迎选购，数量有限。</p><p>${TEXT}</p></div><div class="o"><p>${TEXT}${TEXT}${TEXT}</p></div>`,
  )
  const rule = { host: 'example.cn', body: '.w', remove: ['.ad'], title: '.t', sourceLabel: '供稿', dateLabel: '日子' }
  const readBy = (rules: readonly SiteRule[]): Promise<Manuscript> =>
    readManuscript({ bytes: encode(html), name: '网页.html', url }, {}, { rules })

  it('says where title, source, date and body stand, and what is left out', async () => {
    const { content, provenance } = await readBy([{ host: 'cn.example' }, rule])
    expect(content).toMatchObject({ title: '秋季阅读活动开始', source: '图书馆', sourceDate: '2024-09-03' })
    expect(show(content.blocks)).toEqual([`p ${TEXT}`, `p ${TEXT}`])
    expect(provenance.map((one) => [one.field, one.from])).toEqual(
      ['title', 'source', 'sourceDate', 'body'].map((field) => [field, '规则 example.cn']),
    )
  })

  it('may point at the elements that show source and date, and tells what the page does not have', async () => {
    const { content, warnings } = await readBy([{ host: 'example.cn', body: '.no-such', source: '.i', date: '.i' }])
    expect(content).toMatchObject({ source: '供稿 图书馆 日子 2024.9.3', sourceDate: '2024-09-03' })
    expect(warnings[0]).toEqual({ code: 'ingest/rule-missed', params: { host: 'example.cn', text: '.no-such' } })
  })

  it.each([['a selector', { ...rule, body: 'div[[' }]])('written wrong is refused: %s', async (_, wrong) => {
    await expect(readBy([wrong])).rejects.toMatchObject({ code: 'ingest/bad-site-rule' })
  })
})

it('the day of a moment with a zone is the day it is in Shanghai', async () => {
  const { content } = await read(
    page(
      '<title>题目一二三四</title><meta property="article:published_time" content="2024-10-09T17:30:00Z">',
      `<h1>题目一二三四</h1><div id="zoom"><p>${TEXT}${TEXT}</p></div>`,
    ),
  )
  expect(content.sourceDate).toBe('2024-10-10')
})

describe('a WeChat page', () => {
  const html = page(
    '<title></title><meta property="og:title" content="分类评价怎么做">',
    `<h1 id="activity-name"> 分类评价怎么做 </h1><a id="js_name">江州高教</a><div id="js_content" style="visibility: hidden"><section><section><p><span>${TEXT.slice(0, 20)}</span><span>${TEXT.slice(20)}</span></p>
     <p><img data-src="https://pic.example/1.png" src="data:image/gif;base64,AA"></p><p>图1　阅读量</p></section></section></div><script>var ct = "1728576000";</script>`,
  )

  it('has its body though it is hidden, its account as source, its date from the script, in Shanghai', async () => {
    const { content } = await read(html, { 'https://pic.example/1.png': TINY_PNG })
    expect(content).toMatchObject({ title: '分类评价怎么做', source: '江州高教', sourceDate: '2024-10-11' })
    expect(show(content.blocks)).toEqual([`p ${TEXT}`, 'figure 图1　阅读量 (1×1)'])
  })

  it('names the picture that is not there', async () => {
    expect((await read(html)).warnings).toContainEqual({ code: 'ingest/picture-missing', params: { name: 'https://pic.example/1.png' } })
  })
})

describe('a page of no known system', () => {
  const html = page(
    '<title>沧江新闻网-教师节慰问活动举行</title>',
    `<div><a href="1">要闻，时政。</a><a href="2">教育，科技。</a></div><div><h2>教师节慰问活动举行</h2><div>作者：苏见山　来源：沧江日报　发布时间：2024/9/10 点击：33</div>
     <div><div>${TEXT}</div><div>${TEXT}</div><table><tr><th>年份</th><th>人数</th></tr><tr><td>2024</td><td>36</td></tr></table></div></div><div>版权所有 沧江新闻网</div>`,
  )

  it('is found by its full stops', async () => {
    const { content } = await read(html)
    expect(content).toMatchObject({ title: '教师节慰问活动举行', author: '苏见山', source: '沧江日报', sourceDate: '2024-09-10' })
    expect(show(content.blocks)).toEqual([`p ${TEXT}`, `p ${TEXT}`, 'table - | 年份,人数 ; 2024,36 | -'])
  })
})

describe('a paste from Word', () => {
  const html = `<html xmlns:o="urn:x"><body><!--StartFragment--><p class=MsoNormal align=center><b>关于实验室安全检查的
通知<o:p></o:p></b></p><p class=MsoNormal><span style='font-family:仿宋'>各学院：</span></p><p class=MsoNormal><![if !supportLists]>一、<span>&nbsp;&nbsp;</span><![endif]>检查范围</p>
<p class=MsoNormal>全校所有教学、科研实验室，
包括校外实践基地。<a class=msocomanchor href="#_msocom_1">[1]</a></p><!--EndFragment--></body></html>`

  it('keeps list numbers, drops comment marks, and a line break in the source is nothing', async () => {
    const { content } = await read(html)
    expect(content.title).toBe('关于实验室安全检查的通知')
    expect(show(content.blocks)).toEqual(['to 各学院：', 'h1 一、检查范围', 'p 全校所有教学、科研实验室，包括校外实践基地。'])
  })
})

describe('charset', () => {
  it('is UTF-8 when it is, whatever the page declares', async () => {
    const { content } = await read(
      page(
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>题目一二三四</title>',
        `<h1>题目一二三四</h1><div id="zoom"><p>${TEXT}${TEXT}</p></div>`,
      ).replace('<meta charset="utf-8">', ''),
    )
    expect(show(content.blocks)).toEqual([`p ${TEXT}${TEXT}`])
  })

  it('is gb18030 where gbk is declared', async () => {
    const bytes = Uint8Array.from([
      ...encode('<html><head><meta charset=gbk></head><body><p>'),
      0xd6,
      0xd0,
      0xce,
      0xc4,
      0xa1,
      0xa3,
      ...encode('</p></body></html>'),
    ])
    expect(show((await readManuscript({ bytes, name: 'a.html' })).content.blocks)).toEqual(['p 中文。'])
  })
})

describe('what is refused', () => {
  const sentence = (html: string): Promise<string> =>
    read(html).then(
      () => 'read',
      (error: unknown) => (error instanceof Refusal ? messageText(error.code, error.params) : String(error)),
    )

  it.each([
    ['nesting', `${'<div>'.repeat(20_000)}甲`, '“网页.html”结构嵌套过深，不予读取。'],
    [
      'a page that asks who is there',
      page('<title>x</title>', '<p>环境异常，完成验证后即可继续访问。</p>'),
      '网页要求验证，没有取到正文，请复制网页内容粘贴。',
    ],
    ['nothing', page('<title>甲</title>', '<img src="a.gif">'), '“网页.html”是空的，没有可以读取的内容。'],
  ])('%s', async (_, html, expected) => {
    expect(await sentence(html)).toBe(expected)
  })

  it('scripts and addresses of scripts never come in', async () => {
    const { content } = await read(
      page(
        '<title>题目一二三四</title>',
        `<h1>题目一二三四</h1><div id="zoom"><p>${TEXT}<a href="javascript:alert(1)">点这里</a></p><p>${TEXT}</p><script>alert(2)</script></div>`,
      ),
    )
    expect(JSON.stringify(content)).not.toMatch(/alert|javascript/)
  })
})

it('a body the density of sentences misses is found by the general reader', async () => {
  const rows = Array.from({ length: 12 }, (_, index) => `<p>第${index + 1}条 参加本次活动的单位名称、地址与联系人姓名</p>`).join('')
  const { content } = await read(page('<title>活动须知一览</title>', `<h1>活动须知一览</h1><article>${rows}</article>`))
  expect(content.blocks.length).toBeGreaterThanOrEqual(12)
})

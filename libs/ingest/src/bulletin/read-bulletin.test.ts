import { describe, expect, it } from 'vitest'
import { WITHOUT_CONTENTS } from '../../testing/bulletins.js'
import { show } from '../../testing/show.js'
import { TINY_PNG } from '../../testing/tiny-png.js'
import { p, wordFile } from '../../testing/word-files.js'
import type { BulletinImport } from './bulletin-import.js'
import { importBulletin } from './import-bulletin.js'
import { readBulletin } from './read-bulletin.js'

const TEXT = '各单位要提高认识，压实责任，完善制度，强化检查，确保各项任务落到实处、取得实效。'
const cover = (text: string, size = 44): string => p(text, { align: 'center', size })
const title = (...lines: string[]): string =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="44"/></w:rPr>${lines.map((line) => `<w:t>${line}</w:t>`).join('<w:br/>')}</w:r></w:p>`
const entry = (text: string, page: number): string => `<w:p><w:r><w:t>${text}</w:t><w:tab/><w:t>${page}</w:t></w:r></w:p>`
const table = `<w:tbl>${['年份|人数', '2024|36']
  .map(
    (row) =>
      `<w:tr>${row
        .split('|')
        .map((cell) => `<w:tc>${p(cell)}</w:tc>`)
        .join('')}</w:tr>`,
  )
  .join('')}</w:tbl>`
const picture = '<w:p><w:r><w:drawing><wp:docPr descr="图"/><a:blip r:embed="r9"/></w:drawing></w:r></w:p>'

const list = (bulletin: BulletinImport): string[] =>
  bulletin.columns.flatMap((column) =>
    column.articles.map(({ content }) => `${column.name ?? '-'} | ${content.title} | ${content.source ?? content.documentNumber ?? '-'}`),
  )

describe('a bulletin in Word', () => {
  const body = [
    cover('云岭规划参考'),
    cover('云岭大学发展规划处', 32),
    cover('2025年第3期（总第27期）', 32),
    cover('目　录', 32),
    entry('【政策文件】', 1),
    entry('江州省教育厅 江州省财政厅关于加强实验室安全管理工作的通知', 1),
    entry('【院校资讯】', 3),
    entry('云岭大学推进改革 服务区域发展', 3),
    p('【政策文件】'),
    title('江州省教育厅', '江州省财政厅', '关于加强实验室安全管理工作的通知'),
    p('江教发〔2025〕3号', { align: 'center' }),
    p('各学院：'),
    p(TEXT),
    p('表1 参训人数', { align: 'center' }),
    table,
    p('【院校资讯】'),
    title('云岭大学推进改革', '服务区域发展'),
    p('来源：《江州日报》', { align: 'center' }),
    p(TEXT),
    picture,
    p('图1 改革进展', { align: 'center' }),
    `<w:p><w:r><w:t>${TEXT}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
  ].join('')
  const bytes = wordFile({
    body,
    footnotes: '<w:footnote w:id="2"><w:p><w:r><w:t>注释。</w:t></w:r></w:p></w:footnote>',
    links: [{ id: 'r9', target: 'media/1.png' }],
    more: {
      'word/media/1.png': TINY_PNG,
      'word/footer1.xml': '<w:ftr xmlns:w="x"><w:p><w:r><w:t>编者：闻清和 联系电话（6021） 共 4 页 第 1 页</w:t></w:r></w:p></w:ftr>',
    },
  })

  it('gives its articles, titles with their blanks, in their columns', async () => {
    const bulletin = await readBulletin({ bytes, name: '往期.docx' })
    expect(list(bulletin)).toEqual([
      '政策文件 | 江州省教育厅 江州省财政厅关于加强实验室安全管理工作的通知 | 江教发〔2025〕3号',
      '院校资讯 | 云岭大学推进改革 服务区域发展 | 江州日报',
    ])
    expect(bulletin.facts).toMatchObject({
      publication: '云岭规划参考',
      publisher: '云岭大学发展规划处',
      year: 2025,
      number: 3,
      totalNumber: 27,
      editors: ['闻清和'],
    })
    const { nonBlank, frontMatter, contents, labels, articles, residue } = bulletin.lines
    expect(frontMatter + contents + labels + articles + residue.length).toBe(nonBlank)
  })

  it('keeps tables, pictures and notes', async () => {
    const bulletin = await readBulletin({ bytes, name: '往期.docx' })
    const [first, second] = bulletin.columns.flatMap((column) => column.articles)
    expect(show(first?.content.blocks ?? [])).toEqual(['to 各学院：', `p ${TEXT}`, 'table 表1 参训人数 | 年份,人数 ; 2024,36 | -'])
    expect(show(second?.content.blocks ?? [])).toEqual([`p ${TEXT}`, 'figure 图1 改革进展 (1×1)', `p ${TEXT}[^f2]`])
    expect([Object.keys(first?.content.notes ?? {}), Object.keys(second?.content.notes ?? {}), bulletin.pictures.length]).toEqual([
      [],
      ['f2'],
      1,
    ])
  })

  it('without contents and sources is cut at its large titles', async () => {
    const brief = wordFile({
      body: [
        cover('云岭大学简报', 72),
        cover('第6期', 32),
        title('大厅推行一次办结'),
        p(TEXT),
        p('（校长办公室　2025年4月3日）', { align: 'right' }),
        title('水电支出下降'),
        p(TEXT),
        p('云岭大学校长办公室 2025年4月8日印发'),
      ].join(''),
    })
    const bulletin = await readBulletin({ bytes: brief, name: '简报.docx' })
    expect(list(bulletin)).toEqual(['- | 大厅推行一次办结 | 校长办公室', '- | 水电支出下降 | -'])
    expect([bulletin.style, bulletin.lines.residue]).toEqual(['gongwen', [8]])
  })
})

it('a bulletin as text comes through the same door', async () => {
  const bytes = new TextEncoder().encode(WITHOUT_CONTENTS)
  expect(await readBulletin({ bytes, name: '往期.txt' })).toEqual(importBulletin({ text: WITHOUT_CONTENTS, name: '往期.txt' }))
})

import { describe, expect, it } from 'vitest'
import { wrapped } from '../../testing/bulletins.js'
import { show } from '../../testing/show.js'
import { readManuscript } from '../read-manuscript.js'
import { profileLines } from './profile.js'
import { readText } from './read-text.js'
import { isCutByPage, restoreParagraphs } from './restore-paragraphs.js'
import { textLines } from './text-lines.js'

const restore = (text: string): string[] => {
  const lines = textLines(text)
  return restoreParagraphs(lines, profileLines(lines)).map((paragraph) => paragraph.text)
}

const PARAGRAPHS = [
  '近年来，学校坚持以读者需求为中心推进图书馆空间改造，新增研修座位三百余个，全年接待读者突破一百万人次，读者满意度持续提升。',
  '一、改造空间布局',
  '学校压缩办公用房，把最好的空间留给读者。改造以后，图书馆日均进馆人次明显增加，各类阅读活动吸引了大批师生参与，形成了良好氛围，受到普遍欢迎。',
  '改造之后，学校还健全了管理制度，明确了开放时间。',
]

describe('hard-wrapped lines', () => {
  it.each([26, 28, 32, 36, 40])('of %i characters become the paragraphs they were', (measure) => {
    expect(restore(wrapped(PARAGRAPHS, measure))).toEqual(PARAGRAPHS)
  })

  it('never part a number from its bracket, nor begin with a closing mark', () => {
    expect(
      restore(wrapped([PARAGRAPHS[2]?.replace('。改', '”。改') ?? '', ...PARAGRAPHS], 28)).every((text) => !/^[，。”）]/.test(text)),
    ).toBe(true)
  })
})

describe('a page end', () => {
  it.each([
    ['图书馆要把最好的空间留给读者，让更多师生愿意来、坐得住、读得进，努力营', '造人人爱读书的氛围。'],
    ['（三）丰富活动载体。要办好读书会和讲座，持续擦亮“沧江夜读', '进书院”等活动品牌。'],
    ['两年来，馆际合作更加紧密。今年春季，三所学校共同启动“同城”', '借阅，读者凭一张卡就能借还。'],
    ['云岭大学图书馆新馆启用以来，馆藏和座位都有明显增加，目前有阅览座位', '2600个，馆藏纸质图书310万册。'],
  ])('cuts %s | %s', (left, right) => {
    expect(isCutByPage(left, right)).toBe(true)
  })

  it.each([
    ['（一）改造老馆阅览空间，增加师生研讨座位', '1. 腾退办公用房。各部门要按期搬迁。'],
    ['各单位要提高认识，压实责任，完善制度，确保各项任务落到实处。', '下一步，将加强督导。'],
    ['江州省教育厅 江州省财政厅 江州省科学技术厅 江州省民政厅', '2025年3月1日'],
    ['江州省教育厅印发《关于加强高校图书馆开放服务的指导意见》', '来源：江州日报'],
    ['抓好重点环节，强化督促检查（责任单位：省教育厅）', '下一步，将加强督导。'],
  ])('does not cut %s | %s', (left, right) => {
    expect(isCutByPage(left, right)).toBe(false)
  })
})

describe('one article as text', () => {
  it('has its head on the lines after the title', () => {
    const { content, provenance, warnings } = readText(
      '深化分类评价改革\n——江州省的探索\n苏见山\n来源：《江州日报》 2025-03-01\n\n各地要提高认识，压实责任。\n',
    )
    expect(content).toMatchObject({
      title: '深化分类评价改革',
      subtitle: '——江州省的探索',
      author: '苏见山',
      source: '江州日报',
      sourceDate: '2025-03-01',
    })
    expect(show(content.blocks)).toEqual(['p 各地要提高认识，压实责任。'])
    expect(provenance.find((one) => one.field === 'source')?.from).toBe('第 4 行')
    expect(warnings).toEqual([])
  })

  it.each([
    ['来源：江州日报\n2025-03-18', '2025-03-18'],
    ['来源：江州日报\n发布时间：2025年3月18日 09:30', '2025-03-18'],
    ['发布日期：2025.03.18\n来源：江州日报', '2025-03-18'],
    ['来源：江州日报 2025-03-01', '2025-03-01'],
    ['2025年3月18日\n来源：江州日报', null],
  ])('has the day of its source on a line of its own: %s', (head, day) => {
    const { content } = readText(`深化分类评价改革\n${head}\n\n各地要提高认识，压实责任。\n`)
    expect(content.sourceDate).toBe(day)
    if (day !== null) expect(show(content.blocks)).toEqual(['p 各地要提高认识，压实责任。'])
  })

  it('without a title says so', () => {
    expect(readText('各地要提高认识，压实责任，完善制度。').warnings.map((warning) => warning.code)).toEqual([
      'ingest/no-title',
      'ingest/no-source',
    ])
  })

  it('is read from GBK bytes', async () => {
    const bytes = Uint8Array.of(0xb1, 0xea, 0xcc, 0xe2, 0x0a, 0xd5, 0xfd, 0xce, 0xc4, 0xa1, 0xa3)
    const { content } = await readManuscript({ bytes, name: 'a.txt' })
    expect([content.title, ...show(content.blocks)]).toEqual(['标题', 'p 正文。'])
  })
})

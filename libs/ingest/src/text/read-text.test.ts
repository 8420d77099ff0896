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
    ['推动形成全社会共同参与、各负其责、协同推进的良好局面，努力培', '养担当民族复兴大任的时代新人。'],
    ['（三）拓展对接渠道。要加强部门协同，充分发挥“知识产权服务', '万里行”等活动的作用。'],
    ['近年来，综合改革更加深入。三年来，教育系统扎实推进“双减”', '工作，突出学校主阵地作用。'],
    ['党的十八大以来，我国加快高校专业结构调整和优化，目前有本科高校', '1308所，专业布点数有6万个。'],
  ])('cuts %s | %s', (left, right) => {
    expect(isCutByPage(left, right)).toBe(true)
  })

  it.each([
    ['（一）改革党委和政府教育工作评价，推进科学履行职责', '1. 完善体制机制。各级党委要落实责任。'],
    ['各单位要提高认识，压实责任，完善制度，确保各项任务落到实处。', '下一步，将加强督导。'],
    ['江州省教育厅 江州省财政厅 江州省科学技术厅 江州省民政厅', '2025年3月1日'],
    ['中央办公厅印发《关于加快推动研究生教育高质量发展的意见》', '来源：江州日报'],
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

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodyText, countCharacters, runsText } from '#lib/editorial'
import { show } from '../../testing/show.js'
import { readMarkdown } from './read-markdown.js'

const body = (...lines: string[]): string[] => show(readMarkdown(lines.join('\n')).content.blocks)

describe('the head', () => {
  it('is the front matter, in English or Chinese', () => {
    const { content, provenance } = readMarkdown('---\ntitle: 标题\n来源: 江州日报\ndate: 2025-03-01\n文号: 江教〔2025〕1号\n---\n正文。')
    expect(content).toMatchObject({ title: '标题', source: '江州日报', sourceDate: '2025-03-01', documentNumber: '江教〔2025〕1号' })
    expect(provenance[0]).toEqual({ field: 'title', from: 'front matter title' })
  })

  it('takes a first heading for the title where none is given', () => {
    expect(readMarkdown('# 一个标题\n\n正文。').content.title).toBe('一个标题')
  })

  it('keeps a date as precise as it is', () => {
    expect(readMarkdown('---\ntitle: 甲\ndate: 2024\n---\n').content.sourceDate).toBe('2024')
    expect(readMarkdown('---\ntitle: 甲\ndate: 2024年9月\n---\n').content.sourceDate).toBe('2024-09')
  })

  it('refuses front matter that cannot be read, naming the line', () => {
    expect(() => readMarkdown('---\ntitle: 甲\nsource: [乙\n---\n')).toThrowError(
      expect.objectContaining({ code: 'ingest/front-matter-unreadable' }),
    )
  })
})

describe('headings', () => {
  it('are known by their numbers', () => {
    expect(body('一、总则', '', '（一）目的', '', '1．范围', '', '（1）界定', '', '正文在此。')).toEqual([
      'h1 一、总则',
      'h2 （一）目的',
      'h3 1．范围',
      'h4 （1）界定',
      'p 正文在此。',
    ])
  })

  it('are no headings when a sentence follows the number', () => {
    expect(body('（一）明确范围。各单位要落实。')).toEqual(['p ~（一）明确范围。~各单位要落实。'])
  })

  it('are no headings when they are a list of short lines', () => {
    expect(body('附件：', '', '1. 申报表', '', '2. 汇总表')).toEqual(['p 附件：', 'p 1. 申报表', 'p 2. 汇总表'])
  })

  it('may be bare lines before a paragraph', () => {
    const text = '改革要坚持问题导向，抓住主要矛盾，以点带面推动整体提升，确保任务落地见效。'
    expect(body('从“有没有”到“好不好”', '', text)).toEqual(['h1 从“有没有”到“好不好”', `p ${text}`])
  })
})

describe('forms of official documents', () => {
  it('knows addressee, signature and annex', () => {
    expect(body('各高等学校：', '', '特此通知。', '', '江州省教育厅', '', '2025年3月1日', '', '附件1', '', '任务分工表')).toEqual([
      'to 各高等学校：',
      'p 特此通知。',
      'sign 江州省教育厅 / 2025年3月1日',
      'annexStart 附件1 / 任务分工表',
    ])
  })

  it('knows a letter', () => {
    expect(body('::: 信', '回　信', '同学们：', '你们好！', '校长办公室', '2025年3月1日', ':::')).toEqual([
      'letter 回　信',
      'to 同学们：',
      'p 你们好！',
      'sign 校长办公室 / 2025年3月1日',
    ])
  })

  it('knows questions and answers', () => {
    expect(
      body('**记者：** 为什么？', '', '**苏见山：** 因为。', '', '还因为。', '', '**记者：** 怎么办？', '', '**苏见山：** 这样办。'),
    ).toEqual(['question 记者：为什么？', 'answer 苏见山：因为。 ¶ 还因为。', 'question 记者：怎么办？', 'answer 苏见山：这样办。'])
  })

  it('knows the title of a plan that a notice sends out', () => {
    const plan = '为贯彻落实部署，结合实际，制定本行动计划，请遵照执行。'
    expect(body('江州省教育厅', '', '2025年3月1日', '', '数字化行动计划', '', '（2025—2027年）', '', plan)).toEqual([
      'sign 江州省教育厅 / 2025年3月1日',
      'letter 数字化行动计划（2025—2027年）',
      `p ${plan}`,
    ])
  })

  it('keeps the lines of a fence it does not know, and says so', () => {
    const { content, warnings } = readMarkdown('::: 不知道\n第一行。\n:::')
    expect(show(content.blocks)).toEqual(['p 第一行。'])
    expect(warnings).toEqual([{ code: 'ingest/unknown-fence', params: { name: '不知道' } }])
  })
})

describe('blocks and looks', () => {
  it('reads a table with caption, alignment and note', () => {
    expect(body('表1　借阅情况', '', '| 年份 | 册数 |', '|:-:|--:|', '| 2024 | 12 |', '', '注：不含电子书。')).toEqual([
      'table 表1　借阅情况 | 年份,册数 ; 2024,12 | 注：不含电子书。',
    ])
  })

  it('reads quotations, lists, notes and rules', () => {
    expect(body('> 第一段。', '>', '> 第二段。', '', '- 甲', '  - 乙', '', '正文[^1]。', '', '---', '', '[^1]: 注释。')).toEqual([
      'quote 第一段。',
      'quote 第二段。',
      'list • 甲 ¶ >• 乙',
      'p 正文[^1]。',
      'separator ',
    ])
    expect(runsText(readMarkdown('正文[^1]。\n\n[^1]: 注释。').content.notes['1'] ?? [])).toBe('注释。')
  })

  it('reads emphasis: slanted Chinese is 楷体', () => {
    expect(body('这是**重点**，这是*引语*，这是 *Nature* 杂志，见[网站](https://a.example/)。')).toEqual([
      'p 这是**重点**，这是~引语~，这是 _Nature_ 杂志，见[网站](https://a.example/)。',
    ])
  })

  it('joins lines of a paragraph as Chinese wants it', () => {
    expect(body('第一行', '第二行 and', 'so on')).toEqual(['p 第一行第二行 and so on'])
  })

  it('says which picture is not there, and keeps its caption', () => {
    const { content, warnings } = readMarkdown('![柱状图](a.png "图1　阅读量")')
    expect(show(content.blocks)).toEqual(['p 图1　阅读量'])
    expect(warnings).toEqual([{ code: 'ingest/picture-missing', params: { name: 'a.png' } }])
  })
})

describe('the sample issue', () => {
  const folder = new URL('../../../../templates/planning-and-decision/sample/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'))
  const picture = { 'reading-per-student.png': readFileSync(new URL('reading-per-student.png', folder)) }

  it.each(files)('%s is read without a warning', (file) => {
    const { content, warnings } = readMarkdown(readFileSync(new URL(file, folder), 'utf8'), picture)
    expect(warnings).toEqual([])
    expect(content.title).not.toBe('')
    expect(content.source ?? content.documentNumber).not.toBeNull()
    expect(countCharacters(bodyText(content))).toBeGreaterThan(600)
  })

  it('has every kind of block a notice, an interview and a letter have', () => {
    const kinds = new Set(
      files.flatMap((file) => readMarkdown(readFileSync(new URL(file, folder), 'utf8'), picture).content.blocks.map((block) => block.kind)),
    )
    expect([...kinds].sort()).toEqual([
      'addressee',
      'annexStart',
      'authorNote',
      'figure',
      'heading',
      'letterHeading',
      'paragraph',
      'quote',
      'signature',
      'table',
      'turn',
    ])
  })
})

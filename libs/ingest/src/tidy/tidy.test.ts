import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArticleContent, type Block, blockText, EMPTY_ARTICLE } from '#lib/editorial'
import { tidy, untidy } from './tidy.js'

const article = (...blocks: (string | Block)[]): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title: '题目',
  blocks: blocks.map((block) => (typeof block === 'string' ? { kind: 'paragraph', runs: [{ text: block }] } : block)),
})

const texts = (content: ArticleContent): string[] => content.blocks.map(blockText)
const tidied = (...paragraphs: string[]): string[] => texts(tidy(article(...paragraphs)).content)

describe('marks beside Chinese become full-width', () => {
  it.each([
    ['推动,我们要:认真;落实!好吗?', '推动，我们要：认真；落实！好吗？'],
    ['方案(试行)印发', '方案（试行）印发'],
    ['坚持"四个面向"要求', '坚持“四个面向”要求'],
    ['共有AI课程,其中', '共有AI课程，其中'],
    ['上午10:30开会，比例为1:2，共1,234人', '上午10:30开会，比例为1:2，共1,234人'],
    ['见https://a.example/x?y=1,2(网页)', '见https://a.example/x?y=1,2(网页)'],
    ['参见Smith, J. (2020)一书', '参见Smith, J. (2020)一书'],
    ['1)总则', '1)总则'],
  ])('%s', (before, after) => expect(tidied(before)).toEqual([after]))
})

describe('blanks follow the house style', () => {
  const text = '到 2026 年建成AI课程50门'
  const as = (spaces: 'remove' | 'keep' | 'add') => texts(tidy(article(text), { spaces }).content)[0]
  it('taken out', () => expect(as('remove')).toBe('到2026年建成AI课程50门'))
  it('left', () => expect(as('keep')).toBe(text))
  it('put in, not inside a date', () => expect(as('add')).toBe('到 2026 年建成 AI 课程 50 门'))
  it('dates and document numbers are one word', () =>
    expect(texts(tidy(article('2025年3月6日印发江教发〔2025〕3号'), { spaces: 'add' }).content)[0]).toBe(
      '2025年3月6日印发江教发〔2025〕3号',
    ))
})

describe('what belongs to pages and wires goes', () => {
  it('lines under an article', () => {
    expect(tidied('正文在此。', '责任编辑：叶疏桐', '【打印】', '上一篇：关于举办讲座的通知')).toEqual(['正文在此。'])
  })

  it('instructions, and the paragraph that is nothing else', () => {
    expect(tidied('表示祝贺。（回信全文另发）', '（完）', '他说（完整地说）。')).toEqual(['表示祝贺。', '他说（完整地说）。'])
  })
})

describe('lines and pages that cut paragraphs', () => {
  const LONG =
    '近年来学校坚持以读者需求为中心推进图书馆空间改造，新增研修座位三百余个，全年接待读者突破一百万人次，读者满意度持续提升，服务能力明显增强。'

  it('wrapped lines, as pasted from a PDF', () => {
    const lines = [LONG.repeat(2), LONG].flatMap((text) => text.match(/.{1,25}/g) ?? [])
    const { content, changes } = tidy(article(...lines))
    expect(texts(content).join('')).toBe(LONG.repeat(3))
    expect(content.blocks.length).toBeLessThanOrEqual(3)
    expect(changes.every(({ code }) => code === 'ingest/joined-lines')).toBe(true)
  })

  it('a page end inside a sentence, with the looks of both halves', () => {
    const [left, right] = [LONG.slice(0, 40), LONG.slice(40)]
    const { content } = tidy(article(left, { kind: 'paragraph', runs: [{ text: right, bold: true }] }))
    expect(content.blocks).toEqual([{ kind: 'paragraph', runs: [{ text: left }, { text: right, bold: true }] }])
  })
})

describe('every change is listed and can be taken back', () => {
  const dirty = article('各校要加强管理,注意安全。', '2025 年的工作', '没有问题的一段。', '表示祝贺。（回信全文另发）', '责任编辑：叶疏桐')
  const done = tidy(dirty)

  it('by code and place', () => {
    expect(done.changes.map(({ code, block }) => `${code} ${block}`)).toEqual([
      'ingest/full-width-marks 0',
      'ingest/removed-space 1',
      'ingest/removed-boilerplate 3',
      'ingest/removed-page-line null',
    ])
  })

  it('one by one, in any order', () => {
    for (const steps of [done.steps, [...done.steps].reverse()]) {
      const back = steps.reduce<ArticleContent | null>((content, step) => content && untidy(content, step), done.content)
      expect(back).toEqual(dirty)
    }
  })

  it('not where the paragraph was edited since', () => {
    expect(untidy(article('改写了。'), done.steps[0] as (typeof done.steps)[number])).toBeNull()
  })
})

it('tidying what is tidy changes nothing; taking everything back gives what came', () => {
  const word = fc.constantFrom(
    '教育',
    '，',
    ',',
    '。',
    '(试行)',
    '"引文"',
    ' 2025 年',
    'AI',
    '（完）',
    '责任编辑：甲',
    '：',
    '!',
    'https://a.example/?a=1,2',
    '\u3000',
  )
  const paragraph = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(''))
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 8 }), (paragraphs) => {
      const given = article(...paragraphs)
      const { content, steps } = tidy(given)
      expect(tidy(content)).toEqual({ content, changes: [], steps: [] })
      const back = [...steps].reverse().reduce<ArticleContent | null>((now, step) => now && untidy(now, step), content)
      expect(back && texts(back).sort()).toEqual(texts(given).sort())
    }),
    { numRuns: 120, seed: 7 },
  )
})

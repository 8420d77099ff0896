import { describe, expect, it } from 'vitest'
import { type ArticleContent, EMPTY_ARTICLE } from '#lib/editorial'
import { mapFindings } from './changes/map-place.js'
import type { Finding } from './finding.js'
import { type Ignoring, ignoreOnce, sift } from './ignore.js'
import { proofread } from './proofread.js'

const article = (...paragraphs: string[]): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title: '题目',
  source: '江州日报',
  sourceDate: '2025-03-01',
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
})

const TEXT = article('各校要加强管理,注意安全。', '各系要按时报送,不得拖延。')
const found = (content: ArticleContent) => proofread(content).filter(({ rule }) => rule === 'half-width')
const open = (content: ArticleContent, ...ignorings: Ignoring[]) => sift(found(content), ignorings).open
const first = ignoreOnce(found(TEXT)[0] as Finding)
/** What is open in a later version when the first comma of the text was let stand. */
const openLater = (later: ArticleContent) => open(later, ...mapFindings(TEXT, later, [first])).map(({ block }) => block)

it('all are open at first', () => expect(open(TEXT)).toHaveLength(2))

describe('one place', () => {
  it('that place alone, whatever the others say', () => expect(open(TEXT, first).map(({ block }) => block)).toEqual([1]))

  it('is followed through edits before it, beside it and in its paragraph', () => {
    expect(openLater(article('前言。', '各校要加强管理,注意消防安全。', '各系要按时报送,不得拖延。'))).toEqual([2])
  })

  it('does not let the same words come in anew', () => {
    expect(openLater(article('各校要加强管理,注意安全,落实责任。', '各系要按时报送,不得拖延。'))).toEqual([0, 1])
    expect(openLater(article('新增一段,也有逗号。', '各校要加强管理,注意安全。', '各系要按时报送,不得拖延。'))).toEqual([0, 2])
  })

  it('is asked for again when the words were gone and came back', () => {
    const gone = article('各校要加强管理。', '各系要按时报送,不得拖延。')
    expect(open(TEXT, ...mapFindings(gone, TEXT, mapFindings(TEXT, gone, [first])))).toHaveLength(2)
  })

  it('a finding of the whole article stays with the article', () => {
    const whole = { ...first, block: null, field: null, from: 0, to: 0, text: '' }
    expect(mapFindings(TEXT, article('全文已改。'), [whole])).toEqual([whole])
  })
})

it('these words of this rule, wherever they are', () => {
  expect(open(TEXT, { scope: 'string', rule: 'half-width', text: ',' })).toEqual([])
  expect(open(TEXT, { scope: 'string', rule: 'half-width', text: ';' })).toHaveLength(2)
  expect(open(TEXT, { scope: 'string', rule: 'dash', text: ',' })).toHaveLength(2)
})

it('a rule, and the word that lets it comes along', () => {
  const by = { scope: 'rule', rule: 'half-width', who: '沈予安', why: '外文稿' } as const
  const { open: left, ignored } = sift(found(TEXT), [by])
  expect(left).toEqual([])
  expect(ignored.map((one) => one.by.who)).toEqual(['沈予安', '沈予安'])
})

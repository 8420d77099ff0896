import { describe, expect, it } from 'vitest'
import { type ArticleContent, EMPTY_ARTICLE } from '#lib/editorial'
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
const open = (content: ArticleContent, ...ignorings: Ignoring[]) => sift(content, found(content), ignorings).open

it('all are open at first', () => expect(open(TEXT)).toHaveLength(2))

describe('one place', () => {
  const once = ignoreOnce(TEXT, found(TEXT)[0] as Finding)

  it('that place alone', () => expect(open(TEXT, once).map(({ block }) => block)).toEqual([1]))

  it('found again after edits elsewhere', () => {
    const later = article('前言。', '各校要加强管理,注意消防安全。', '各系要按时报送,不得拖延。')
    expect(open(later, once).map(({ block }) => block)).toEqual([2])
  })

  it('asked again when the words on both sides have changed', () => {
    expect(open(article('各校都要改进,尽快落实。'), once)).toHaveLength(1)
  })
})

it('these words of this rule, wherever they are', () => {
  expect(open(TEXT, { scope: 'string', rule: 'half-width', text: ',' })).toEqual([])
  expect(open(TEXT, { scope: 'string', rule: 'half-width', text: ';' })).toHaveLength(2)
  expect(open(TEXT, { scope: 'string', rule: 'dash', text: ',' })).toHaveLength(2)
})

it('a rule, and the word that lets it comes along', () => {
  const by = { scope: 'rule', rule: 'half-width', who: '沈予安', why: '外文稿' } as const
  const { open: left, ignored } = sift(TEXT, found(TEXT), [by])
  expect(left).toEqual([])
  expect(ignored.map((one) => one.by.who)).toEqual(['沈予安', '沈予安'])
})

import { expect, it } from 'vitest'
import { type ArticleContent, EMPTY_ARTICLE } from '#lib/editorial'
import { changesBetweenVersions } from './block-difference.js'

/** `甲 / 乙` is an article of two paragraphs under one title. */
const article = (text: string): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title: '通知',
  blocks: text.split(' / ').map((line) => ({ kind: 'paragraph', runs: [{ text: line }] })),
})

const shown = (before: string, after: string): string[] =>
  changesBetweenVersions(article(before), article(after)).map((change) => {
    if (change.kind === 'same') return `=${change.count}`
    if (change.kind === 'changed')
      return change.stretches.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `-${text}-` : `+${text}+`)).join('')
    return `${change.kind === 'gone' ? '−' : '＋'}${change.text}`
  })

it('shows a paragraph rewritten as one, between those that stayed', () =>
  expect(shown('总体要求 / 各校要高度重视 / 附则', '总体要求 / 各校应高度重视 / 附则')).toEqual(['=1', '=1', '各校-要-+应+高度重视', '=1']))
it('shows one taken out and one put in as two', () =>
  expect(shown('甲方负责实施 / 附则', '今年雨水偏多 / 附则')).toEqual(['=1', '−甲方负责实施', '＋今年雨水偏多', '=1']))
it('shows one that was added', () => expect(shown('甲甲 / 丙丙', '甲甲 / 乙乙 / 丙丙')).toEqual(['=1', '=1', '＋乙乙', '=1']))

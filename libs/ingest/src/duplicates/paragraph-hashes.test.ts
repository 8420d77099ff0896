import { expect, it } from 'vitest'
import { type ArticleContent, type Block, EMPTY_ARTICLE } from '#lib/editorial'
import { normaliseTitle, paragraphHashes } from './paragraph-hashes.js'

const article = (...blocks: Block[]): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title: '题目',
  blocks,
})

const said = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const LONG = '各高校要把课程建设放在突出位置，每学期研究不少于2次。'

it('a paragraph has one hash, whatever its marks and widths', () => {
  const one = paragraphHashes(article(said(LONG)))
  const other = paragraphHashes(article(said('引言。'), said('各高校要把课程建设放在突出位置,每学期研究不少于 ２ 次')))
  expect(one).toHaveLength(1)
  expect(other.map(({ block }) => block)).toEqual([1])
  expect(other[0]?.hash).toBe(one[0]?.hash)
  expect(BigInt.asIntN(64, BigInt(one[0]?.hash ?? '0')).toString()).toBe(one[0]?.hash)
})

it('another word is another paragraph; short ones, headings and tables are left out', () => {
  const changed = paragraphHashes(article(said(LONG.replace('不少于', '至少'))))
  expect(changed[0]?.hash).not.toBe(paragraphHashes(article(said(LONG)))[0]?.hash)
  expect(paragraphHashes(article(said('同志们：'), { kind: 'heading', level: 1, runs: [{ text: `一、${LONG}` }] }))).toEqual([])
})

it('turns of a conversation and items of a list count too', () => {
  const turn: Block = { kind: 'turn', speaker: '答', role: 'answer', paragraphs: [[{ text: LONG }], [{ text: '好的。' }]] }
  const list: Block = { kind: 'list', items: [{ label: '——', level: 0, runs: [{ text: LONG }] }] }
  expect(paragraphHashes(article(turn, list)).map(({ block }) => block)).toEqual([0, 1])
})

it('titles are one title where only marks and blanks differ', () => {
  expect(normaliseTitle('江州省 “双一流” 建设：进展')).toBe(normaliseTitle('江州省"双一流"建设——进展'))
})

import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes.js'
import { type ArticleContent, EMPTY_ARTICLE } from './manuscript.js'
import { orderHash, type PressOrder } from './press-order.js'

const article = (title: string, body = '正文。'): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title,
  source: '江州教育',
  blocks: [{ kind: 'paragraph', runs: [{ text: body }] }],
})

/** `政策文件：甲 乙／理论看点：丙` as an order to the press. */
function order(picture: string, more: Partial<PressOrder> = {}): PressOrder {
  const columns = picture.split('／').map((lane) => {
    const [name = '', titles = ''] = lane.split('：')
    return {
      name,
      articles: titles
        .split(' ')
        .filter(Boolean)
        .map((word) => article(word.replace(/改$/u, ''), word.endsWith('改') ? '改过。' : '正文。')),
    }
  })
  const masthead = {
    publication: '江州高教',
    publisher: '江州大学',
    year: 2024,
    number: 3,
    totalNumber: 9,
    date: null,
    titleLines: [],
    editors: [],
    contact: null,
  }
  return {
    format: 1,
    edition: 1,
    style: 'planning-and-decision',
    template: { size: 16 },
    faces: [],
    issue: { ...masthead, columns },
    ...more,
  }
}

const told = (before: string, after: string): string[] =>
  changesBetween(order(before), order(after)).map((one) => `${one.code.slice(7)} ${one.params.title ?? ''}`.trim())

describe('what changed between two submissions', () => {
  it.each([
    ['政策：甲 乙', '政策：甲 乙', []],
    ['政策：甲 乙', '政策：甲 乙 丙', ['article-added 丙']],
    ['政策：甲 乙', '政策：乙', ['article-removed 甲']],
    ['政策：甲 乙', '政策：甲 乙改', ['article-changed 乙']],
    ['政策：甲 乙', '政策：乙 甲', ['order']],
    ['政策：甲 乙／理论：丙', '政策：甲／理论：乙 丙', ['article-moved 乙']],
    ['政策：甲 甲', '政策：甲', ['article-removed 甲']],
    ['政策：甲', '理论：丙', ['article-added 丙', 'article-removed 甲']],
  ])('%s → %s', (before, after, changes) => expect(told(before, after)).toEqual(changes))

  it('names the facts, the style and the faces', () => {
    const now = order('政策：甲', { template: { size: 15 }, faces: [{ id: 'song', role: 'song', sha256: 'a' }] })
    const changes = changesBetween(order('政策：甲'), { ...now, issue: { ...now.issue, number: 4 } })
    expect(changes.map((one) => one.code)).toEqual(['change/issue-facts', 'change/template', 'change/faces'])
  })
})

describe('the content hash', () => {
  it('is the same for the same content, however its members were written down', () => {
    const one = order('政策：甲')
    const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as PressOrder
    expect(orderHash(turned)).toBe(orderHash(one))
  })
  it('differs for each edition and each sign', () => {
    const hashes = [order('政策：甲'), order('政策：甲改'), order('政策：甲', { edition: 2 })].map(orderHash)
    expect(new Set(hashes).size).toBe(3)
  })
})

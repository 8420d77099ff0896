import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Arrange,
  addLane,
  arrangementOf,
  type Lane,
  placeArticle,
  putArticle,
  removeLane,
  renameLane,
  sendArticle,
  stepArticle,
  stepLane,
  takeNewer,
  takeOut,
  takeSaved,
} from './lanes.js'

/** `政策: a b | 资讯: c |` is two columns with three articles. */
function lanes(text: string): Lane[] {
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', articles = ''] = part.split(':')
      return { name: name.trim(), articles: articles.trim().split(/\s+/).filter(Boolean).map(placed) }
    })
}

const placed = (article: string) => ({ article, version: 1, title: article, source: null, characters: 0, newer: null })

const shown = (all: readonly Lane[]): string =>
  all.map((lane) => `${lane.name}:${lane.articles.map((one) => ` ${one.article}`).join('')}`).join(' | ')

const start = '政策: a b | 资讯: c | 理论:'
const arranged = (change: Arrange): string => shown(change(lanes(start)))

describe('ordering articles', () => {
  it('moves one up and down in its column', () => {
    expect(arranged(stepArticle('b', -1))).toBe('政策: b a | 资讯: c | 理论:')
    expect(arranged(stepArticle('a', 1))).toBe('政策: b a | 资讯: c | 理论:')
  })
  it('goes over the edge of a column into the next one', () => {
    expect(arranged(stepArticle('b', 1))).toBe('政策: a | 资讯: b c | 理论:')
    expect(arranged(stepArticle('c', -1))).toBe('政策: a b c | 资讯: | 理论:')
    expect(arranged(stepArticle('c', 1))).toBe('政策: a b | 资讯: | 理论: c')
  })
  it('stays at the very ends', () => expect(arranged(stepArticle('a', -1))).toBe(shown(lanes(start))))
  it('sends one to the end of another column', () => expect(arranged(sendArticle('a', 1))).toBe('政策: b | 资讯: c a | 理论:'))
  it('puts one where it is let go', () => {
    expect(arranged(putArticle('c', 0, 1))).toBe('政策: a c b | 资讯: | 理论:')
    expect(arranged(putArticle('a', 0, 1))).toBe('政策: b a | 资讯: c | 理论:')
  })
  it('takes one out', () => expect(arranged(takeOut('a'))).toBe('政策: b | 资讯: c | 理论:'))
  it('places one once', () => {
    expect(arranged(placeArticle(placed('d'), 2))).toBe('政策: a b | 资讯: c | 理论: d')
    expect(arranged(placeArticle(placed('d'), 0, 1))).toBe('政策: a d b | 资讯: c | 理论:')
    expect(arranged(placeArticle(placed('a'), 2))).toBe(shown(lanes(start)))
  })
  it('takes the newer version', () => {
    const old: Lane[] = [{ name: '政策', articles: [{ ...placed('a'), newer: 4 }] }]
    expect(takeNewer('a')(old)[0]?.articles[0]).toMatchObject({ version: 4, newer: null })
  })
})

describe('ordering columns', () => {
  it('adds one at the end, but none twice', () => {
    expect(arranged(addLane('专题'))).toBe('政策: a b | 资讯: c | 理论: | 专题:')
    expect(arranged(addLane('资讯'))).toBe(shown(lanes(start)))
  })
  it('renames one, but not to a name in use', () => {
    expect(arranged(renameLane('资讯', '院校'))).toBe('政策: a b | 院校: c | 理论:')
    expect(arranged(renameLane('资讯', '政策'))).toBe(shown(lanes(start)))
  })
  it('removes only an empty one', () => {
    expect(arranged(removeLane('理论'))).toBe('政策: a b | 资讯: c')
    expect(arranged(removeLane('资讯'))).toBe(shown(lanes(start)))
  })
  it('moves one with all it holds', () => expect(arranged(stepLane('资讯', -1))).toBe('资讯: c | 政策: a b | 理论:'))
})

it('names what left in the request', () => {
  const before = lanes(start)
  expect(arrangementOf(before, takeOut('b')(before)).removed).toEqual(['b'])
  expect(arrangementOf(before, stepArticle('b', -1)(before)).removed).toBeUndefined()
})

it('loses and doubles no article, whatever is done in whatever order', () => {
  const article = fc.constantFrom('a', 'b', 'c')
  const lane = fc.integer({ min: 0, max: 3 })
  const step = fc.constantFrom<-1 | 1>(-1, 1)
  const change: fc.Arbitrary<Arrange> = fc.oneof(
    fc.tuple(article, step).map(([one, by]) => stepArticle(one, by)),
    fc.tuple(article, lane, fc.nat(5)).map(([one, to, at]) => putArticle(one, to, at)),
    fc.tuple(article, lane).map(([one, to]) => sendArticle(one, to)),
    fc.tuple(fc.constantFrom('政策', '资讯', '理论'), step).map(([name, by]) => stepLane(name, by)),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const end = changes.reduce<readonly Lane[]>((all, one) => one(all), lanes(start))
      expect(end.flatMap((one) => one.articles.map(({ article: id }) => id)).sort()).toEqual(['a', 'b', 'c'])
    }),
  )
})

it('pins the versions that were just saved, and none that is older than what stands', () => {
  const saved = new Map([
    ['a', 3],
    ['c', 0],
    ['z', 9],
  ])
  const versions = takeSaved(saved)(lanes(start)).flatMap((lane) => lane.articles.map((one) => `${one.article}${one.version}`))
  expect(versions).toEqual(['a3', 'b1', 'c1'])
})

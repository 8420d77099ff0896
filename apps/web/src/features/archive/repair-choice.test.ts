import { describe, expect, it } from 'vitest'
import type { RepairsAnswer } from '#lib/editorial'
import { chosenOf, confirmed, isPartly, isSame, isWordTicked, type Pair, pairsOf, ticked, wordTicked } from './repair-choice.js'

const answer: RepairsAnswer = {
  concordance: [
    {
      printed: '究',
      standsFor: '教',
      count: 9,
      uses: [
        { printed: '究育', repaired: '教育', count: 7 },
        { printed: '研究', repaired: '研教', count: 2 },
      ],
    },
  ],
  repairs: [{ printed: '利', standsFor: '动' }],
  repaired: [{ printed: '利', standsFor: '动', count: 4 }],
  remembered: [
    { printed: '究', standsFor: '教' },
    { printed: '究', standsFor: '校' },
  ],
}
const [, first, second] = pairsOf(answer) as [Pair, Pair, Pair]

it('each pair stands once: confirmed, suspected with its words, remembered', () => {
  expect(pairsOf(answer).map((one) => [one.printed, one.standsFor, one.from, one.count, one.uses.length])).toEqual([
    ['利', '动', 'confirmed', 4, 0],
    ['究', '教', 'suspected', 9, 2],
    ['究', '校', 'remembered', null, 0],
  ])
})

it('a printed character is given one meaning everywhere', () => {
  expect(ticked(ticked({}, first, true), second, true)).toEqual({ '究→校': null })
  expect(ticked({ '究→校': null }, second, false)).toEqual({})
})

describe('single words', () => {
  it('unticked, the pair is made in the others alone', () => {
    const chosen = wordTicked(ticked({}, first, true), first, '研究', false)
    expect(chosen).toEqual({ '究→教': ['究育'] })
    expect([isPartly(chosen, first), isWordTicked(chosen, first, '究育'), isWordTicked(chosen, first, '研究')]).toEqual([true, true, false])
    expect(confirmed(pairsOf(answer), chosen)).toEqual([{ printed: '究', standsFor: '教', only: ['究育'] }])
  })

  it('ticked one by one, all of them mean everywhere, and none means not at all', () => {
    const one = wordTicked({}, first, '究育', true)
    expect(wordTicked(one, first, '研究', true)).toEqual({ '究→教': null })
    expect(wordTicked(one, first, '究育', false)).toEqual({})
  })

  it('of two meanings are each the character’s own', () => {
    const other = { ...first, standsFor: '校' }
    const both = wordTicked(wordTicked({}, first, '究育', true), other, '研究', true)
    expect(both).toEqual({ '究→教': ['究育'], '究→校': ['研究'] })
    expect(wordTicked(both, other, '究育', true)).toEqual({ '究→校': null })
  })

  it('that were mended come back ticked beside those that were not', () => {
    const left = { printed: '究', standsFor: '教', count: 2, uses: [{ printed: '研究', repaired: '研教', count: 2 }] }
    const after: RepairsAnswer = { ...answer, repairs: [{ printed: '究', standsFor: '教', only: ['究育'] }], concordance: [left] }
    const [mended] = pairsOf(after)
    expect(mended?.uses.map((use) => [use.printed, use.repaired, use.count])).toEqual([
      ['究育', '教育', null],
      ['研究', '研教', 2],
    ])
    expect(isSame(chosenOf(after.repairs), after.repairs)).toBe(true)
    expect(isSame(chosenOf(answer.repairs), after.repairs)).toBe(false)
  })
})

import { expect, it } from 'vitest'
import { pairsOf, ticked } from './repair-choice.js'

const answer = {
  concordance: [{ printed: '究', standsFor: '教', count: 9, uses: [{ printed: '究育', repaired: '教育', count: 7 }] }],
  repairs: [{ printed: '利', standsFor: '动' }],
  repaired: [{ printed: '利', standsFor: '动', count: 4 }],
  remembered: [
    { printed: '究', standsFor: '教' },
    { printed: '究', standsFor: '校' },
  ],
}

it('each pair stands once: confirmed, suspected with its words, remembered', () => {
  expect(pairsOf(answer).map((one) => [one.printed, one.standsFor, one.from, one.count, one.uses.length])).toEqual([
    ['利', '动', 'confirmed', 4, 0],
    ['究', '教', 'suspected', 9, 1],
    ['究', '校', 'remembered', null, 0],
  ])
})

it('a printed character is given one meaning', () => {
  const [, first, second] = pairsOf(answer)
  if (first === undefined || second === undefined) throw new Error('no pairs')
  expect(ticked(ticked([], first, true), second, true)).toEqual(['究→校'])
  expect(ticked(['究→校'], second, false)).toEqual([])
})

import { describe, expect, it } from 'vitest'
import type { Finding } from '#lib/proof'
import { openBlocks, unanswered } from './standing.js'

/** `block credentials 口令：abc` as a finding. */
function finding(picture: string): Finding {
  const [severity, rule = '', text = ''] = picture.split(' ')
  return {
    severity: severity as Finding['severity'],
    rule,
    text,
    block: 0,
    field: null,
    from: 0,
    to: text.length,
    suggestion: null,
    batch: false,
    params: {},
    source: '',
  }
}

describe('what still blocks', () => {
  it.each([
    [['block credentials 口令：abc'], [], 1],
    [['warn half-width ,'], [], 0],
    [['block missing-source'], [], 0],
    [['block credentials 口令：abc'], [{ scope: 'string' as const, rule: 'credentials', text: '口令：abc' }], 0],
    [['block credentials 口令：xyz'], [{ scope: 'string' as const, rule: 'credentials', text: '口令：abc' }], 1],
    [
      ['block credentials 口令：abc'],
      [{ scope: 'once' as const, rule: 'credentials', text: '口令：abc', block: 1, field: null, from: 0, to: 6 }],
      1,
    ],
  ])('%j with %j settled leaves %i', (pictures, settled, left) => expect(openBlocks(pictures.map(finding), settled).length).toBe(left))
})

it('a signature answers for what was missing when it was given, and for nothing else', () => {
  expect(unanswered(['date', 'original'], null)).toEqual(['date', 'original'])
  expect(unanswered(['date', 'original'], { parts: ['original'] })).toEqual(['date'])
  expect(unanswered(['original'], { parts: ['date', 'original'] })).toEqual([])
})

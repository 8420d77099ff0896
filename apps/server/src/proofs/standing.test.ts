import { describe, expect, it } from 'vitest'
import type { Finding } from '#lib/proof'
import { openBlocks, saysWhereFrom } from './standing.js'

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
    [['block credentials 口令：abc'], [{ rule: 'credentials', text: '口令：abc' }], 0],
    [['block credentials 口令：xyz'], [{ rule: 'credentials', text: '口令：abc' }], 1],
  ])('%j with %j settled leaves %i', (pictures, settled, left) => expect(openBlocks(pictures.map(finding), settled).length).toBe(left))
})

it('a source or a 发文字号 says where an article is from', () => {
  expect(saysWhereFrom({ source: null, documentNumber: '江教〔2025〕1号' })).toBe(true)
  expect(saysWhereFrom({ source: '江州日报', documentNumber: null })).toBe(true)
  expect(saysWhereFrom({ source: null, documentNumber: null })).toBe(false)
})

import { describe, expect, it } from 'vitest'
import { picture } from '../../testing/picture.js'

const WIDE = 60

describe('中西间距: a quarter between Han and Western words', () => {
  it.each([
    ['到2035年', '到·2035·年'],
    ['推动AI与5G融合', '推动·AI·与·5G·融合'],
    ['增长5%以上', '增长·5%以上'],
    ['约20℃左右', '约·20℃左右'],
    ['（2024）年', '··（2024）··年'],
    ['“AI”的', '··“AI”··的'],
    ['2024 年', '2024·年'],
    ['中共中央 国务院', '中共中央··国务院'],
    ['第1，2项', '第·1，··2·项'],
    ['①总则', '①总则'],
  ])('%s', (text, drawn) => {
    expect(picture(text, WIDE)).toEqual([drawn])
  })

  it('a typed blank after a full-width mark is not set twice', () => {
    expect(picture('第一， 第二', WIDE)).toEqual(['第一，··第二'])
  })

  it('Western words keep a third of a character between them', () => {
    expect(picture('open access', WIDE)).toEqual(['open{0.33}access'])
  })

  it('an apostrophe belongs to its word', () => {
    expect(picture('在Xi’an市', WIDE)[0]).toMatch(/^在·Xi’/)
  })

  it('no gap at the edges of a line', () => {
    expect(picture('一二三四AB五六七八', 5.25)).toEqual(['一二三四·AB', '五六七八'])
    expect(picture('一二三四AB五六七八', 4)[1]).toMatch(/^AB/)
  })
})

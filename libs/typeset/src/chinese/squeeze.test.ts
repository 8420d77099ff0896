import { describe, expect, it } from 'vitest'
import { picture } from '../../testing/picture.js'

const WIDE = 60

describe('标点挤压: marks side by side', () => {
  it.each([
    ['他说：“你好。”', '他说：··“你好。”'],
    ['（《文件》）和', '（《文件》）··和', '··'],
    ['甲”“乙', '甲”··“乙'],
    ['甲》、《乙', '甲》、··《乙'],
    ['甲。乙', '甲。··乙'],
    ['甲（乙', '甲··（乙'],
    ['真的吗？！他', '真的吗？！他'],
    ['好！！！他', '好！！！··他'],
    ['张三·李四', '张三{0.13}·{0.13}李四'],
    ['甲》·《乙', '甲》{0.13}·{0.13}《乙'],
  ])('%s', (text, drawn, lead = '') => {
    expect(picture(text, WIDE)).toEqual([lead + drawn])
  })

  it('a 破折号 is one line of two characters', () => {
    expect(picture('他——我', WIDE)).toEqual(['他{0.21}—{-0.01}—{0.21}我'])
  })

  it('a bullet stands in the middle of a whole square', () => {
    expect(picture('·甲·乙', WIDE)).toEqual(['{0.38}·{0.38}甲{0.13}·{0.13}乙'])
  })

  it('a dash alone keeps one square', () => {
    expect(picture('甲—乙', WIDE)).toEqual(['甲{0.10}—{0.10}乙'])
  })

  it('two marks never take more than one and a half characters', () => {
    const marks = '，。；：、）》”（《“'
    for (const first of marks) {
      for (const second of marks) {
        if ('（《“'.includes(first) && !'（《“'.includes(second)) continue
        const [line] = picture(`中${first}${second}文`, WIDE)
        const blanks = (line?.match(/·/g) ?? []).length
        expect(blanks, `${first}${second}`).toBeLessThanOrEqual(2)
      }
    }
  })
})

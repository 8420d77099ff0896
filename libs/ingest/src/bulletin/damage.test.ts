import { describe, expect, it } from 'vitest'
import { damaged } from '../../testing/bulletins.js'
import { findDamage } from './damage.js'

/** Official style without 大 and 是, which texts of one matter may lack. */
const SAFETY =
  '为做好秋季学期实验室安全工作，各单位要在开学前对全部用房进行一次检查，发现问题同步登记，不留死角。新进人员经培训合格方能上岗，由分管负责人和安全员会同签字，' +
  '成绩记入档案。理化、动火等作业的审批以书面为准，面向全校公开，有关台账保存三年，检查中查出的隐患限期整改。'

describe('a sound text', () => {
  it('of one matter may lack what others have', () => {
    expect(findDamage(`${SAFETY}\n`.repeat(12)).detected).toBe(false)
  })

  it('may hold lists of names, whose characters are their own', () => {
    const names = ['翟玥琪', '鄢昊睿', '闵婧璐', '郗珂玮', '蔺梓涵', '佟炜烨', '阚妤菡', '邬铄泓']
    const list = Array.from({ length: 240 }, (_, at) => `${at + 1} ${names[at % names.length]} 江州大学 副教授`).join('\n')
    expect(findDamage(`${SAFETY}\n`.repeat(3) + list).detected).toBe(false)
    expect(findDamage(list).detected).toBe(false)
  })
})

describe('a damaged text', () => {
  it.each([1, 2, 3, 4, 5, 6])('is told whatever stands for what: %i', (seed) => {
    for (const into of ['rare', 'common'] as const) expect(findDamage(damaged(24, seed, into).text).detected).toBe(true)
  })

  it('lacks what no text lacks', () => {
    expect(findDamage(`${SAFETY}\n`.repeat(12).replaceAll('的', '饱').replaceAll('和', '卡')).detected).toBe(true)
  })
})

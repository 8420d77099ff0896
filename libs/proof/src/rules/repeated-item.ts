import type { Hit, PassageRule } from '../rule.js'

/** A run of items parted by 、: nothing else in it. */
const RUN = /[^，。；：！？、“”‘’（）《》〈〉\s]{1,14}(?:、[^，。；：！？、“”‘’（）《》〈〉\s]{1,14}){2,}/g
/** House: items of one character come again by right (甲、乙、甲级). */
const SHORTEST = 2

/** One item twice in a row of items. */
export const repeatedItem: PassageRule = {
  kind: 'passage',
  id: 'repeated-item',
  family: 'wording',
  severity: 'warn',
  source: 'House：并列项重复',
  check: ({ text }) => (text.includes('、') ? [...text.matchAll(RUN)].flatMap((found) => again(found[0], found.index)) : []),
  fires: ['加强课程、教材、教师、⟨教材⟩、教法建设', '包括江州、沧江、怒川、⟨沧江⟩、云岭'],
  silent: ['加强课程、教材、教法建设', '甲、乙、甲', '教师、学生和教师代表', '有课程、教材，也有教师、课程'],
}

function again(run: string, start: number): Hit[] {
  const seen = new Set<string>()
  let at = start
  return run.split('、').flatMap((item) => {
    const from = at
    at += item.length + 1
    const isAgain = item.length >= SHORTEST && seen.has(item)
    seen.add(item)
    return isAgain ? [{ from, to: from + item.length }] : []
  })
}

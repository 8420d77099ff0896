import type { PassageRule } from '../rule.js'

const NUMERALS = '零一二三四五六七八九十'
const SAID =
  /([两二三四五六七八九十2-9]|10)(?:个方面|方面|项(?:任务|措施|要求|工作)|点(?:要求|意见|建议|希望)|条(?:措施|意见|建议)|个(?:重点|环节|关键))[^。：；]{0,12}[：，。]/g

const numberOf = (text: string): number => (text === '两' ? 2 : /\d/.test(text) ? Number(text) : NUMERALS.indexOf(text))

/** 抓好三个方面工作：一是……二是…… : fewer or more follow than were said. */
export const countedItems: PassageRule = {
  kind: 'passage',
  id: 'counted-items',
  family: 'numbers',
  severity: 'info',
  source: 'House：概括的数目与列举的项数应一致',
  check: ({ text }) =>
    [...text.matchAll(SAID)].flatMap((found) => {
      const said = numberOf(found[1] ?? '')
      const listed = counted(text.slice(found.index + found[0].length))
      return listed < 2 || listed === said ? [] : [{ from: found.index, to: found.index + found[0].length - 1, params: { listed } }]
    }),
  fires: ['要抓好⟨三个方面工作⟩：一是学习，二是落实。', '提出⟨两点要求⟩：一是加强领导；二是压实责任；三是强化督查。'],
  silent: [
    '要抓好两个方面工作：一是学习，二是落实。',
    '五个方面的成绩，来之不易。',
    '要抓好三个方面工作：一是学习。',
    '涉及三个方面。另外，一是要快，二要准。',
  ],
}

/** How far 一是、二是 … go on without a gap, where they begin at once. */
function counted(text: string): number {
  if (!/^(?:一是|一要|第一，)/.test(text)) return 0
  let last = 0
  for (const found of text.matchAll(/(?<=^|[。；，：！？])(?:([一二三四五六七八九十])(?:是|要)|第([一二三四五六七八九十])，)/g)) {
    const number = NUMERALS.indexOf(found[1] ?? found[2] ?? '')
    if (number !== last + 1) return last
    last = number
  }
  return last
}

import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

/** House: a real sentence; titles, organ lists and datelines, where blanks mean something, are shorter or have no stop. */
const LEAST_SENTENCE = 46

const BLANK = new RegExp(`(?<=[${HAN}])[ \\u3000\\u00a0]+(?=[${HAN}])`, 'gu')

/** A blank between two Chinese characters inside a sentence, and inside a short book title. Not: 电 近日, （记者 某某）. */
export const straySpace: PassageRule = {
  kind: 'passage',
  id: 'stray-space',
  family: 'marks',
  severity: 'info',
  source: 'GB/T 9704-2012 5.2.2：字间不空',
  check: ({ masked, role }) => {
    if (role !== 'body' || masked.length < LEAST_SENTENCE || !/。/.test(masked)) return []
    return findAll(masked, BLANK, (found) => {
      const before = masked.slice(0, found.index)
      return /(?:[电讯]|[记作译编]者|摄影?|通讯员|图|文)$/.test(before) || /（[^）]{0,30}$/.test(before) ? undefined : ''
    })
  },
  fires: ['近年来，学校坚持以读者需求为中心推进图书馆空间改造，新增研修座位三百余个，全年接待⟨ →⟩读者突破一百万人次。'],
  silent: [
    '江州省教育厅 江州省财政厅',
    '本报云州3月1日讯（记者 叶疏桐）近年来，学校坚持以读者需求为中心推进图书馆空间改造，新增研修座位三百余个。',
    '新华社云州3月1日电 近年来，学校坚持以读者需求为中心推进图书馆空间改造，新增研修座位三百余个。',
  ],
}

import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

const WORDS = new RegExp(`(?<=[${HAN}])\\s?(?:and|or|the|of|for|with|in|on|to|is|are|by|from|an)\\s?(?=[${HAN}])`, 'gu')

/** An English function word between Chinese characters: left over from a translation or a slip of the keyboard. */
export const englishWords: PassageRule = {
  kind: 'passage',
  id: 'english-words',
  family: 'wording',
  severity: 'warn',
  source: '《国家通用语言文字法》第十一条',
  check: ({ masked }) => findAll(masked, WORDS, () => null),
  fires: ['科研机构⟨ and ⟩高校'],
  silent: ['推广AI应用', '发表于Journal of Education', '建设IPv6网络'],
}

import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

const BROKEN = new RegExp(`(?:锟斤拷|烫烫|屯屯|锘縚?|â€|Ã©|ï¼)+|(?<=[${HAN}])(?:\\?{2,}|□+)(?=[${HAN}])`, 'gu')

/** What is left of characters that were read in the wrong encoding. Not: □ before a choice to tick. */
export const mojibake: PassageRule = {
  kind: 'passage',
  id: 'mojibake',
  family: 'characters',
  severity: 'block',
  source: 'House：乱码',
  check: ({ text }) => findAll(text, BROKEN, () => null),
  fires: ['教育⟨锟斤拷⟩强国', '教育⟨??⟩强国', '王⟨□⟩明'],
  silent: ['为什么？？', '□同意 □不同意', '真的?'],
}

import type { TextEdit } from './edit-runs.js'

const HAN = '\\p{Script=Han}'
const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' }

/** Addresses and mail keep their marks. */
const ADDRESS = /(?:https?:\/\/|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** Behind a Chinese character or a closing mark, unless a figure or another mark follows; or between a Latin word and a Chinese character. */
const MARK = new RegExp(
  `(?<=[${HAN}”’）》】〕％%])[,;:!?](?![\\d,;:!?])|(?<=[A-Za-z\\d])[,;!?](?=[${HAN}“《（])|(?<=[A-Za-z\\d]):(?=[${HAN}“《])`,
  'gu',
)
const BRACKETS = new RegExp(`\\(([^()（）]{0,60}[${HAN}][^()（）]{0,60})\\)|(?<=[${HAN}])\\(([^()（）]{1,60})\\)`, 'gu')
const QUOTES = new RegExp(`"([^"“”]{0,80}[${HAN}][^"“”]{0,80})"`, 'gu')

/** , ; : ! ? ( ) " beside Chinese characters become full-width. Figures, times, ratios, addresses and English keep theirs. Source: GB/T 15834-2011 5.1.1. */
export function markEdits(text: string): TextEdit[] {
  const masked = text.replace(ADDRESS, (found) => '\u0001'.repeat(found.length))
  const marks = [...masked.matchAll(MARK)].map((found) => edit(found.index, FULL[found[0]] ?? found[0]))
  const pairs = [...inPairs(masked, BRACKETS, '（）'), ...inPairs(masked, QUOTES, '“”')]
  return [...marks, ...pairs].sort((a, b) => a.from - b.from)
}

const edit = (at: number, text: string): TextEdit => ({ from: at, to: at + 1, text })

const inPairs = (text: string, pattern: RegExp, [open = '', close = '']: string): TextEdit[] =>
  [...text.matchAll(pattern)].flatMap((found) => [edit(found.index, open), edit(found.index + found[0].length - 1, close)])

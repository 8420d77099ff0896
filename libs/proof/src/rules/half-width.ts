import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' }
const CLOSERS = `${HAN}”’）》】〕％%`
const MARK = new RegExp(
  `(?<=[${CLOSERS}])[,;:!?](?![\\d,;:!?])|(?<=[${CLOSERS}])[,;:!?](?=\\d[^:\\d]|\\d{2}[^:\\d]|\\d{4}年)|(?<=[A-Za-z\\d])[,;!?](?=[${HAN}“《（])|(?<=[A-Za-z\\d]):(?=[${HAN}“《])`,
  'gu',
)
const BRACKET = new RegExp(`\\((?=[^()（）]{0,60}\\))(?=[^()]*[${HAN}])|(?<=[${HAN}])\\((?=[^()（）]{1,60}\\))`, 'gu')

/** , ; : ! ? ( ) beside Chinese characters stand full-width. Not: times, ratios, numbers, English sentences, list marks 1). */
export const halfWidth: PassageRule = {
  kind: 'passage',
  id: 'half-width',
  family: 'marks',
  severity: 'info',
  source: 'GB/T 15834-2011 5.1.1、5.1.3',
  batch: true,
  check: ({ masked }) => [...findAll(masked, MARK, (found) => FULL[found[0]]), ...brackets(masked)],
  fires: [
    '推动⟨,→，⟩我们要',
    '来源⟨:→：⟩《江州日报》',
    '怎么办⟨?→？⟩',
    '方案⟨(→（⟩试行⟨)→）⟩',
    '（一）总则⟨;→；⟩',
    '到2026年⟨,→，⟩建成',
    '共有AI课程⟨,→，⟩其中',
  ],
  silent: [
    '上午10:30开会',
    '比例为1:2',
    '共1,234人',
    'f(x)是函数',
    '参见Smith, J. (2020)一书',
    '1)总则',
    '网址：https://a.example.cn/x?y=1,2',
    '生师比1:18',
    '共有A,B,C三类',
  ],
}

/** A pair of half-width brackets with Chinese inside or before it; the two are changed together. */
function brackets(text: string): ReturnType<PassageRule['check']> {
  return findAll(text, BRACKET, () => '（').flatMap((open) => {
    const close = text.indexOf(')', open.from)
    const inside = text.slice(open.from + 1, close)
    const isFormula = /^[\w\s.,+\-*/=]*$/.test(inside) && /[A-Za-z]$/.test(text.slice(0, open.from))
    return isFormula ? [] : [open, { from: close, to: close + 1, suggestion: '）' }]
  })
}

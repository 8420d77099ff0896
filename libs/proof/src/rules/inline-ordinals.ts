import { chineseNumber } from '#lib/editorial'
import type { Hit, PassageRule } from '../rule.js'

const NUMERALS = '一二三四五六七八九十'
const FORMS = [
  /(?<=^|[。；，：！？])([一二三四五六七八九十])是(?!否)/g,
  /(?<=^|[。；，：！？])([一二三四五六七八九十])要/g,
  /第([一二三四五六七八九十])，/g,
]

/** 一是……三是: an ordinal is missing. Not: a count that begins again at 一. */
export const inlineOrdinals: PassageRule = {
  kind: 'passage',
  id: 'inline-ordinals',
  family: 'structure',
  severity: 'warn',
  source: 'GB/T 15835-2011；House：序数应连续',
  check: ({ text }) => (/[二三四五六七八九十](?:是|要|，)/.test(text) ? FORMS.flatMap((form) => skipped(text, form)) : []),
  fires: ['一是加强领导；⟨三是→二是⟩压实责任。', '要做到：第一，学习；第二，调研；⟨第四，→第三，⟩落实。'],
  silent: ['一是加强领导；二是压实责任。', '一是学习。二是调研。一是落实。二是检查。', '三是一个数。', '二要落实。三要检查。'],
}

function skipped(text: string, form: RegExp): Hit[] {
  const hits: Hit[] = []
  let last = 0
  for (const found of text.matchAll(form)) {
    const number = NUMERALS.indexOf(found[1] ?? '') + 1
    const expected = last + 1
    if (last > 0 && number !== 1 && number !== expected)
      hits.push({
        from: found.index,
        to: found.index + found[0].length,
        suggestion: found[0].replace(found[1] ?? '', chineseNumber(expected)),
      })
    last = number
  }
  return hits
}

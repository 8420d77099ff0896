import type { Hit, PassageRule } from '../rule.js'

/** Quotation marks inside quotation marks are single ones. */
export const nestedQuotes: PassageRule = {
  kind: 'passage',
  id: 'nested-quotes',
  family: 'marks',
  severity: 'info',
  source: 'GB/T 15834-2011 4.8.3.3',
  check: ({ text }) => {
    const hits: Hit[] = []
    const open: number[] = []
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === '“') open.push(at)
      else if (text[at] === '”') {
        const from = open.pop()
        if (from !== undefined && open.length === 1)
          hits.push({ from, to: from + 1, suggestion: '‘' }, { from: at, to: at + 1, suggestion: '’' })
      }
    }
    return hits.sort((a, b) => a.from - b.from)
  },
  fires: ['他说：“要做到⟨“→‘⟩两个维护⟨”→’⟩，不动摇。”'],
  silent: ['“一”和“二”', '他说：“要做到‘两个维护’。”', '“没有关上'],
}

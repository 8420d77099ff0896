import type { Hit, PassageRule } from '../rule.js'

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '〈': '〉', '（': '）', '【': '】', '〔': '〕' }
const CLOSERS = new Set(Object.values(PAIRS))

/**
 * Every opening mark has its closing mark in the paragraph, in order. Not: 1） as a list mark; quotations over several
 * paragraphs, which open each with “ and close the last.
 */
export const unpairedMarks: PassageRule = {
  kind: 'passage',
  id: 'unpaired-marks',
  family: 'marks',
  severity: 'warn',
  source: 'GB/T 15834-2011 4.8、4.9、4.15',
  check: ({ text, role }) => (role === 'line' ? [] : unpaired(text)),
  fires: ['坚持⟨“⟩四个面向，推动', '双一流⟨”⟩建设', '印发⟨《⟩实施意见的通知', '⟨（⟩一（总则）', '实施⟨“⟩一站式⟨》⟩服务'],
  silent: [
    '“双一流”建设',
    '1）总则，2）附则',
    '“他说‘好’。”',
    '《〈意见〉解读》',
    '“第一段引文很长，到段末没有结束。',
    'a）第一类；b）第二类',
  ],
}

interface Open {
  readonly mark: string
  readonly at: number
}

function unpaired(text: string): Hit[] {
  const open: Open[] = []
  const wrong: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? ''
    if (PAIRS[mark] !== undefined) open.push({ mark, at })
    else if (CLOSERS.has(mark) && !isListMark(text, at) && !isApostrophe(text, at)) close(open, mark, at, wrong)
  }
  const left = open.filter((one) => !goesOnInNextParagraph(text, one))
  return [...wrong, ...left.map((one) => one.at)].sort((a, b) => a - b).map((at) => ({ from: at, to: at + 1, suggestion: null }))
}

/** The nearest opening mark that fits is closed; those opened after it stay open and are wrong. */
function close(open: Open[], mark: string, at: number, wrong: number[]): void {
  const fits = open.findLastIndex((one) => PAIRS[one.mark] === mark)
  if (fits < 0) wrong.push(at)
  else for (const left of open.splice(fits).slice(1)) wrong.push(left.at)
}

const isListMark = (text: string, at: number): boolean =>
  text[at] === '）' && /(?:^|[，。；、：\s])[\da-zA-Z]{1,2}$/.test(text.slice(Math.max(0, at - 4), at))

const isApostrophe = (text: string, at: number): boolean => text[at] === '’' && /[A-Za-z]/.test(text[at - 1] ?? '')

/** A quotation that fills its paragraph from the first character, to be closed in a later one. */
const goesOnInNextParagraph = (text: string, one: Open): boolean => one.mark === '“' && one.at === 0 && !text.includes('”')

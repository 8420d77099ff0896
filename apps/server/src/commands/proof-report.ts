import { type ArticleContent, blockText, type Language, messageText } from '#lib/editorial'
import type { Finding, Severity } from '#lib/proof'

export interface Proofed {
  readonly text: ArticleContent
  readonly findings: readonly Finding[]
  /** What was put right before. */
  readonly applied: readonly Finding[]
}

const SIGNS: Readonly<Record<Severity, string>> = { block: '✗', warn: '!', info: '·' }

/** House: enough of the sentence to know the place by. In characters on either side. */
const AROUND = 12

/** Findings a person reads through: where, the words in their sentence, what is wrong and by which standard, what to write instead. */
export function proofReport({ text, findings, applied }: Proofed, language: Language): string {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length
  const counts = { block: count('block'), warn: count('warn'), info: count('info') }
  const fixed = applied.length === 0 ? [] : [messageText('proof-text/fixed', { count: applied.length }, language)]
  const sum = findings.length === 0 ? messageText('proof-text/nothing', {}, language) : messageText('proof-text/sum', counts, language)
  return `${[...findings.flatMap((one) => lines(text, one, language)), ...fixed, sum].join('\n')}\n`
}

function lines(text: ArticleContent, one: Finding, language: Language): string[] {
  const message = messageText(`proof/${one.rule}`, one.params, language)
  const instead =
    one.suggestion === null ? [] : [`    → ${one.suggestion === '' ? messageText('proof-text/take-out', {}, language) : one.suggestion}`]
  return [`${SIGNS[one.severity]} ${place(one, language)}  ${inSentence(text, one)}`, `    ${message}（${one.source}）`, ...instead]
}

/** Paragraphs and characters are counted from 1, as people count. */
function place({ block, field, from }: Finding, language: Language): string {
  if (block === null) return messageText(`proof-text/${field ?? 'title'}`, {}, language)
  return messageText('proof-text/place', { paragraph: block + 1, character: from + 1 }, language)
}

/** …办好【人民满意】的教育… */
function inSentence(text: ArticleContent, { block, field, from, to }: Finding): string {
  const whole = block === null ? (field === null ? '' : (text[field] ?? '')) : blockText(text.blocks[block] ?? { kind: 'separator' })
  const [start, end] = [Math.max(0, from - AROUND), Math.min(whole.length, to + AROUND)]
  const said = `${whole.slice(start, from)}【${whole.slice(from, to)}】${whole.slice(to, end)}`.replace(/\s*\n\s*/g, ' ')
  return `${start > 0 ? '…' : ''}${said}${end < whole.length ? '…' : ''}`
}

/** A text as it is read aloud: its title, then a paragraph a line. */
export const fullText = (content: ArticleContent): string => `${[content.title, ...content.blocks.map(blockText)].join('\n')}\n`

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

/** Findings a person reads through: the gravest first, what is wrong once and by which standard, then every place of it in its sentence with what to write instead. */
export function proofReport({ text, findings, applied }: Proofed, language: Language): string {
  const of = (severity: Severity): readonly Finding[] => findings.filter((one) => one.severity === severity)
  const counts = { block: of('block').length, warn: of('warn').length, info: of('info').length }
  const sections = GRAVEST_FIRST.flatMap((severity) => section(text, of(severity), language))
  const fixed = applied.length === 0 ? [] : [messageText('proof-text/fixed', { count: applied.length }, language)]
  const sum = findings.length === 0 ? messageText('proof-text/nothing', {}, language) : messageText('proof-text/sum', counts, language)
  return `${[...sections, ...fixed, sum].join('\n')}\n`
}

const GRAVEST_FIRST: readonly Severity[] = ['block', 'warn', 'info']

/** Findings of one gravity under a heading, those that say the same together. */
function section(text: ArticleContent, findings: readonly Finding[], language: Language): string[] {
  const [first] = findings
  if (first === undefined) return []
  const groups = new Map<string, Finding[]>()
  for (const one of findings) {
    const said = `${messageText(`proof/${one.rule}`, one.params, language)}（${one.source}）`
    groups.set(said, [...(groups.get(said) ?? []), one])
  }
  const heading = messageText(`proof-text/${first.severity}`, { count: findings.length }, language)
  return [heading, ...[...groups].flatMap(([said, places]) => group(text, said, places, language)), '']
}

function group(text: ArticleContent, said: string, places: readonly Finding[], language: Language): string[] {
  const sign = SIGNS[places[0]?.severity ?? 'info']
  const times = places.length === 1 ? '' : messageText('proof-text/times', { count: places.length }, language)
  return [
    `${sign} ${said}${times}`,
    ...places.map((one) => `    ${[place(one, language), inSentence(text, one), instead(one, language)].filter(Boolean).join('  ')}`),
  ]
}

const instead = ({ suggestion }: Finding, language: Language): string =>
  suggestion === null ? '' : `→ ${suggestion === '' ? messageText('proof-text/take-out', {}, language) : suggestion}`

/** Paragraphs and characters are counted from 1, as people count. */
function place({ block, field, from }: Finding, language: Language): string {
  if (block === null) return messageText(`proof-text/${field ?? 'title'}`, {}, language)
  return messageText('proof-text/place', { paragraph: block + 1, character: from + 1 }, language)
}

/** …办好【人民满意】的教育…; nothing where something is missing as a whole. */
function inSentence(text: ArticleContent, { block, field, from, to }: Finding): string {
  const whole = block === null ? (field === null ? '' : (text[field] ?? '')) : blockText(text.blocks[block] ?? { kind: 'separator' })
  if (whole === '') return ''
  const [start, end] = [Math.max(0, from - AROUND), Math.min(whole.length, to + AROUND)]
  const said = `${whole.slice(start, from)}【${whole.slice(from, to)}】${whole.slice(to, end)}`.replace(/\s*\n\s*/g, ' ')
  return `${start > 0 ? '…' : ''}${said}${end < whole.length ? '…' : ''}`
}

/** A text as it is read aloud: its title, then a paragraph a line. */
export const fullText = (content: ArticleContent): string => `${[content.title, ...content.blocks.map(blockText)].join('\n')}\n`

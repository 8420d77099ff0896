import { type ArticleContent, blockText } from '#lib/editorial'
import type { Field, Finding } from './finding.js'
import { type Passage, passagesOf } from './passages.js'
import type { ArticleHit, ArticleRule, Hit, PassageRule, ProofContext, Rule } from './rule.js'
import { RULES } from './rules.js'

/** All findings of one article, in reading order. Never throws; what a rule cannot judge it leaves alone. */
export function proofread(content: ArticleContent, context: ProofContext = {}): Finding[] {
  const passages = passagesOf(content)
  const rules = RULES.filter((rule) => !context.off?.includes(rule.id))
  const findings = rules.flatMap((rule) => (rule.kind === 'passage' ? ofPassages(rule, passages) : ofArticle(rule, content, context)))
  return withoutEchoes(findings.sort(byPlace))
}

const ofPassages = (rule: PassageRule, passages: readonly Passage[]): Finding[] =>
  passages.flatMap((passage) => rule.check(passage).map((hit) => ofPassage(rule, passage, hit)))

function ofPassage(rule: PassageRule, passage: Passage, hit: Hit): Finding {
  return finding(
    rule,
    hit,
    { block: passage.block, field: passage.field, from: passage.at + hit.from, to: passage.at + hit.to },
    passage.text.slice(hit.from, hit.to),
  )
}

function ofArticle(rule: ArticleRule, content: ArticleContent, context: ProofContext): Finding[] {
  return rule.check(content, context).map((hit) => {
    const field = hit.block === null ? (hit.field ?? 'title') : null
    const whole = hit.block === null ? fieldText(content, field) : textOf(content, hit.block)
    return finding(rule, hit, { block: hit.block, field, from: hit.from, to: hit.to }, whole.slice(hit.from, hit.to))
  })
}

const fieldText = (content: ArticleContent, field: Field | null): string => (field === null ? '' : (content[field] ?? ''))

function textOf(content: ArticleContent, index: number): string {
  const block = content.blocks[index]
  return block === undefined ? '' : blockText(block)
}

type Place = Pick<Finding, 'block' | 'field' | 'from' | 'to'>

function finding(rule: Rule, hit: Hit | ArticleHit, place: Place, text: string): Finding {
  const suggestion = hit.suggestion ?? null
  return {
    rule: rule.id,
    severity: rule.severity,
    ...place,
    text,
    suggestion,
    batch: rule.batch === true && suggestion !== null,
    params: { ...hit.params, text, ...(suggestion === null ? {} : { suggestion }) },
    source: rule.source,
  }
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.block ?? -1) - (b.block ?? -1) || a.from - b.from || a.to - b.to || (a.rule < b.rule ? -1 : 1)

const WEIGHT = { block: 2, warn: 1, info: 0 }

/** Where two rules mark exactly the same place, the graver one speaks. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>()
  for (const one of findings) {
    const key = one.from === one.to ? `${one.block}:${one.rule}` : `${one.block}:${one.field}:${one.from}:${one.to}`
    const other = kept.get(key)
    if (other === undefined || WEIGHT[one.severity] > WEIGHT[other.severity]) kept.set(key, one)
  }
  return [...kept.values()]
}

import { type ArticleContent, printDate } from '#lib/editorial'
import type { SourcePlan } from '../template/template.js'
import { fillPattern } from './fill-pattern.js'

/** Names that are papers and journals, and so stand in 《》. House: by the word they end in; a unit's own list would be better and is not known here. */
const PAPER = /(?:报|刊|杂志|文稿|学报|周刊|月刊|论坛|求是|半月谈|瞭望)$/
const BODY_OF_PAPER = /(?:社|网|部|委|厅|局|处|大学|学院)$/

const MARKED = /^《.*》$/

/** 来源 as the template prints it, or null where there is none. */
export function sourceLine(plan: SourcePlan, content: ArticleContent): string | null {
  if (content.source === null) return null
  if (plan.notWithDocumentNumber && content.documentNumber !== null) return null
  const date = content.sourceDate === null ? null : dateText(content.sourceDate, plan.dateForm)
  const slots = { source: withMarks(content.source, plan.marks), date }
  const dated = plan.dated === null ? plan.pattern : plan.pattern.replace('{dated}', date === null ? '' : plan.dated)
  return fillPattern(dated.replace('{dated}', ''), slots)
}

function withMarks(source: string, marks: SourcePlan['marks']): string {
  if (MARKED.test(source) || marks === 'never') return source
  const paper = PAPER.test(source) && !BODY_OF_PAPER.test(source)
  return marks === 'always' || paper ? `《${source}》` : source
}

/** A date as the template wants it; a date known only to the month or year stays as short as it is. */
function dateText(iso: string, form: SourcePlan['dateForm']): string {
  if (form === 'iso') return iso
  if (form === 'chinese') return printDate(iso)
  const [year, month, day] = iso.split('-')
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`
}

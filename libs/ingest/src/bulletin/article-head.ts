import type { ArticleContent, Provenance } from '#lib/editorial'
import { readDateText } from '../forms/date-text.js'
import { isDateLine, isDocumentNumberLine, normalDocumentNumber } from '../forms/line-forms.js'
import { isTitleLike, readNumbering } from '../forms/numbering.js'
import { readSourceDate, readSourceLine } from '../forms/source-forms.js'
import type { TextLine } from '../text/text-lines.js'
import { isPersonName, tidyName } from './surnames.js'

type Fields = Pick<ArticleContent, 'subtitle' | 'author' | 'source' | 'sourceDate' | 'documentNumber' | 'documentDate'>

export interface ArticleHead {
  readonly fields: Fields
  readonly provenance: readonly Provenance[]
  /** How many lines after the title belong to the head. */
  readonly used: number
}

type Field = keyof Fields
type Found = Partial<Record<Field, string>>

/** House: no head of an article seen has more than six lines after its title. */
const MOST_LINES = 7

/** Reads what stands between a title and the body: subtitle, date, person or organ, source or document number, in any order. */
export function readHead(
  lines: readonly Pick<TextLine, 'number' | 'text'>[],
  where = (number: number): string => `第 ${number} 行`,
): ArticleHead {
  const fields: Found = {}
  const provenance: Provenance[] = []
  let used = 0
  for (const line of lines.slice(0, MOST_LINES)) {
    const found = readHeadLine(line.text, fields, lines[used + 1]?.text ?? '')
    if (found === null) break
    used += 1
    for (const [field, value] of Object.entries(found) as [Field, string][]) {
      fields[field] = value
      provenance.push({ field, from: where(line.number) })
    }
  }
  const { subtitle = null, author = null, source = null, sourceDate = null, documentNumber = null, documentDate = null } = fields
  return { fields: { subtitle, author, source, sourceDate, documentNumber, documentDate }, provenance, used }
}

function readHeadLine(text: string, known: Found, next: string): Found | null {
  if (known.subtitle === undefined && known.source === undefined && /^(?:——|――|—|--)\s*\S/.test(text) && text.length <= 60)
    return { subtitle: text }
  if (known.documentDate === undefined && /^[（(]/.test(text) && isDateLine(text)) return { documentDate: readDateText(text) ?? '' }
  if (known.documentNumber === undefined && isDocumentNumberLine(text)) return { documentNumber: normalDocumentNumber(text) }
  const source = known.source === undefined ? readSourceLine(text) : null
  if (source !== null) return { source: source.source, ...(source.date === null ? {} : { sourceDate: source.date }) }
  const day = known.sourceDate === undefined ? readSourceDate(text, known.source !== undefined) : null
  if (day !== null) return { sourceDate: day }
  return known.author === undefined && isAuthorLine(text, next) ? { author: authorOf(text) } : null
}

const ORGAN = /(?:党组|党委|委员会|[部厅局委办院校社会室处]|大学|学院|中心|课题组|编辑部|评论员|记者|工作组|联合会)$/

/** A person or organ on a line of its own, a body after it. House: 20 characters hold every name of an organ seen. */
function isAuthorLine(text: string, next: string): boolean {
  const name = withoutLabel(text)
  if (name.length > 20 || /[，。；：！？“”《》（）、]/.test(name) || readNumbering(name) !== null) return false
  const names = name.split(/[\s　]+/)
  const person = isPersonName(name) || (names.length <= 4 && names.length > 1 && names.every(isPersonName))
  return (person || name !== text || (isTitleLike(name) && ORGAN.test(name) && !/^[要以在把]|[建加推促强优深]/.test(name))) && next !== ''
}

const withoutLabel = (text: string): string => text.replace(/^(?:作者|文|撰文|口述|讲述人?|主讲人?)\s*[：:/／]\s*|^[□■◇◆○●]\s*/, '')

const authorOf = (text: string): string => tidyName(withoutLabel(text))

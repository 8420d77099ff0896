import { articlesInOrder, chineseNumber, chineseYear, formatIssueNumber, type IssueContent, printDate } from '#lib/editorial'
import type { Template } from '../template/template.js'
import type { Slots } from './fill-pattern.js'

/** What an issue knows about itself, as the patterns of a template name it. */
export function issueSlots(issue: IssueContent, template: Template): Slots {
  const titleLines = Object.fromEntries(
    issue.titleLines.filter((line) => line !== issue.publication).map((line, index) => [`title${index + 1}`, line]),
  )
  return {
    publication: issue.publication,
    publisher: issue.publisher,
    number: printedNumber(issue, template),
    year: issue.year === null ? null : String(issue.year),
    year〇: issue.year === null ? null : chineseYear(issue.year),
    n: issue.number === null ? null : String(issue.number),
    n一: issue.number === null ? null : chineseNumber(issue.number),
    total: issue.totalNumber === null ? null : String(issue.totalNumber),
    date: issue.date === null ? null : printDate(issue.date),
    month: issue.date === null ? null : printDate(issue.date.slice(0, 7)),
    editors: issue.editors.length === 0 ? null : issue.editors.join('、'),
    contact: issue.contact,
    articles: String(articlesInOrder(issue).length),
    ...titleLines,
  }
}

/** 2024年第10期（总第20期）, or null where year or number is not known: a half number says nothing. */
function printedNumber(issue: IssueContent, { numbering }: Template): string | null {
  const needsYear = /\{year[〇]?\}/.test(numbering.pattern)
  const needsNumber = /\{n[一]?\}/.test(numbering.pattern)
  if ((needsYear && issue.year === null) || (needsNumber && issue.number === null)) return null
  const number = formatIssueNumber(numbering, issue)
  return number === '' ? null : number
}

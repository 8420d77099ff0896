import { articlesInOrder, chineseNumber, chineseYear, formatIssueNumber, type IssueContent, printDate } from '#lib/editorial'
import type { Template } from '../template/template.js'
import type { Slots } from './fill-pattern.js'

/** What an issue knows about itself, as the patterns of a template name it. */
export function issueSlots(issue: IssueContent, template: Template): Slots {
  const number = formatIssueNumber(template.numbering, issue)
  const titleLines = Object.fromEntries(issue.titleLines.map((line, index) => [`title${index + 1}`, line]))
  return {
    publication: issue.publication,
    publisher: issue.publisher,
    number: number === '' ? null : number,
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

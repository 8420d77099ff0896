import type { ImportedAnswer, IssueAnswer, IssueRequest } from '#lib/editorial'
import { arrangeIssue, makeIssue } from '../../lib/api/issues.js'
import { newKey } from '../../lib/new-key.js'

/** A new issue with the columns and articles of a past bulletin in their order, under the number it bears. */
export async function issueFromImport(publication: string, { facts, columns }: ImportedAnswer): Promise<IssueAnswer> {
  const issue = await makeIssue(publication, requestOf(facts), newKey())
  const articles = columns.map((column) => ({
    name: column.name,
    articles: column.articles.map(({ article, version = 1 }) => ({ article, version })),
  }))
  return arrangeIssue(issue.id, issue.version, { columns: articles })
}

const requestOf = (facts: ImportedAnswer['facts']): IssueRequest => ({
  ...(facts.year === null ? {} : { year: facts.year }),
  ...(facts.year === null || facts.number === null ? {} : { number: facts.number }),
  ...(facts.year === null || facts.totalNumber === null ? {} : { totalNumber: facts.totalNumber }),
  ...(facts.date?.length === 10 ? { date: facts.date } : {}),
  ...(facts.titleLines.length === 0 ? {} : { titleLines: facts.titleLines }),
  ...(facts.editors.length === 0 ? {} : { editors: facts.editors }),
  ...(facts.contact === null ? {} : { contact: facts.contact }),
})

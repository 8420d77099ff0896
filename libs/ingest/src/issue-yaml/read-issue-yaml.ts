import { parse } from 'yaml'
import type { z } from 'zod'
import { type ArticleContent, invalid } from '#lib/editorial'
import { lineOf } from '../markdown/front-matter.js'
import type { ArticleDescription, IssueDescription } from './issue-description.js'
import { issueSchema } from './issue-schema.js'

/** The issue a `issue.yaml` describes. Refuses, naming line or place: `ingest/issue-unreadable`, `ingest/issue-…`. */
export function readIssueYaml(text: string): IssueDescription {
  const result = issueSchema.safeParse(parseYaml(text))
  if (!result.success) throw refusalOf(result.error.issues[0])
  const { columns, ...issue } = result.data
  return {
    publication: issue.publication ?? null,
    publisher: issue.publisher ?? null,
    style: issue.style ?? null,
    year: issue.year ?? null,
    number: issue.number ?? null,
    totalNumber: issue.totalNumber ?? null,
    date: issue.date ?? null,
    titleLines: issue.titleLines,
    editors: issue.editors,
    contact: issue.contact ?? null,
    columns: columns.map(({ name, articles }) => ({ name: name?.replace(/^【|】$/g, '') ?? null, articles: articles.map(describe) })),
  }
}

type ArticleShape = z.infer<typeof issueSchema>['columns'][number]['articles'][number]

const describe = (one: ArticleShape): ArticleDescription => ({
  file: one.file ?? null,
  url: one.url ?? null,
  title: one.title ?? null,
  subtitle: one.subtitle ?? null,
  author: one.author ?? null,
  source: one.source ?? null,
  sourceDate: one.sourceDate ?? null,
  documentNumber: one.documentNumber ?? null,
})

function parseYaml(text: string): unknown {
  try {
    return parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw invalid('ingest/issue-unreadable', { line: lineOf(error) })
  }
}

function refusalOf(issue: z.core.$ZodIssue | undefined): Error {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return invalid(`ingest/${issue?.message ?? 'issue-not-map'}`, { place: placeOf([...(issue?.path ?? []), ...unknown]) })
}

/** columns.1.articles.0.file → columns[2].articles[1].file, counted from one as people count. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : `${index === 0 ? '' : '.'}${String(step)}`)).join('')

/** What the issue says of an article goes before what the article says of itself. */
export function withDescription(content: ArticleContent, said: ArticleDescription): ArticleContent {
  return {
    ...content,
    title: said.title ?? content.title,
    subtitle: said.subtitle ?? content.subtitle,
    author: said.author ?? content.author,
    source: said.source ?? content.source,
    sourceDate: said.sourceDate ?? content.sourceDate,
    url: said.url ?? content.url,
    documentNumber: said.documentNumber ?? content.documentNumber,
  }
}

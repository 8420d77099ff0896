import type { TextLine } from '../text/text-lines.js'
import type { Doubt, ImportedColumn, LineAccount } from './bulletin-import.js'
import type { ContentsPage } from './contents-page.js'
import type { Plan } from './plan.js'

/** Everything the account is made of. */
export interface Placed {
  readonly all: readonly TextLine[]
  /** How many lines the cover has. */
  readonly cover: number
  readonly contents: ContentsPage | null
  readonly plan: Plan
  readonly body: readonly TextLine[]
  readonly columns: readonly ImportedColumn[]
}

/** Where every line went. */
export function account({ all, cover, contents, plan, body, columns }: Placed): LineAccount {
  const inContents = contents === null ? 0 : contents.end - contents.from
  const labels = new Set([...plan.labels].map((index) => body[index]?.number))
  const ranges = columns.flatMap((column) => column.articles.map((article) => article.lines))
  const inBody = new Set(body.map((line) => line.number))
  const outside = all.slice(cover + inContents).filter((line) => !labels.has(line.number))
  const inArticle = outside.filter(
    (line) => inBody.has(line.number) && ranges.some(([first, last]) => line.number >= first && line.number <= last),
  )
  const placed = new Set(inArticle)
  const residue = outside.filter((line) => !placed.has(line)).map((line) => line.number)
  return { nonBlank: all.length, frontMatter: cover, contents: inContents, labels: labels.size, articles: inArticle.length, residue }
}

/** What a person should look at, in the order of the lines. */
export function doubtsOf(
  plan: Plan,
  columns: readonly ImportedColumn[],
  lines: LineAccount,
  furniture: ReadonlySet<number>,
  damaged: boolean,
): Doubt[] {
  const articles = columns.flatMap((column) => column.articles)
  const doubts: Doubt[] = [
    ...plan.doubts,
    ...articles.flatMap((article) =>
      article.warnings.map((warning): Doubt => ({ code: warning.code, params: { title: article.content.title }, line: article.lines[0] })),
    ),
    ...lines.residue.map((line): Doubt => ({ code: furniture.has(line) ? 'ingest/removed-line' : 'ingest/unplaced-line', line })),
    ...articles
      .filter((article) => article.content.blocks.length === 0)
      .map((article): Doubt => ({ code: 'ingest/no-body', params: { title: article.content.title }, line: article.lines[0] })),
    ...(damaged ? [{ code: 'ingest/damaged-text', line: null }] : []),
  ]
  return doubts.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

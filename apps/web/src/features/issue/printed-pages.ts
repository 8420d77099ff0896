import type { Manifest } from '#lib/editorial'

/** Where an article stood in the last layout, and how many pages it took. */
export interface PrintedPlace {
  readonly label: string
  readonly pages: number
  readonly version: number
}

export interface PrintedPages {
  readonly total: number
  readonly places: ReadonlyMap<string, PrintedPlace>
  /** Pages of each column in order. */
  readonly columns: readonly { readonly name: string | null; readonly pages: number }[]
  /** The articles as they were printed, each with its version: to be compared with the board. */
  readonly order: string
}

/** The pages of the last layout by article and column. An article ends where the next one begins; two that share a page share it. */
export function printedPages({ articles, files }: Pick<Manifest, 'articles' | 'files'>): PrintedPages {
  const total = files.find((file) => file.pages !== null)?.pages ?? 0
  const span = (from: number, next: number | undefined): number => Math.max(1, (next ?? total + 1) - from)
  const places = new Map(
    articles.map((one, at) => [
      one.article,
      { label: one.pageLabel, pages: span(one.pdfPage, articles[at + 1]?.pdfPage), version: one.version },
    ]),
  )
  const first = articles.filter((one, at) => at === 0 || articles[at - 1]?.column !== one.column)
  const columns = first.map((one, at) => ({ name: one.column, pages: span(one.pdfPage, first[at + 1]?.pdfPage) }))
  return { total, places, columns, order: orderOf(articles) }
}

/** Which articles in which version stand in which order. */
export const orderOf = (articles: readonly { readonly article: string; readonly version: number }[]): string =>
  articles.map(({ article, version }) => `${article}@${version}`).join(' ')

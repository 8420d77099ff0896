import type { ArticleContent } from '#lib/editorial'
import type { IssueFinding } from '../issue-finding.js'

/** Columns for official papers. House: the names met in bulletins. */
const FOR_PAPERS = /政策|文件|法规|公文|通知|制度/

/** A paper with its own number outside the column for papers, where the issue has one. `columns`: the column of each article. */
export function unusualColumns(articles: readonly ArticleContent[], columns: readonly (string | null)[]): IssueFinding[] {
  const forPapers = columns.find((column) => column !== null && FOR_PAPERS.test(column))
  if (forPapers == null) return []
  return articles.flatMap((article, index): IssueFinding[] => {
    const column = columns[index]
    if (article.documentNumber === null || column == null || FOR_PAPERS.test(column)) return []
    return [
      {
        rule: 'unusual-column',
        severity: 'info',
        article: index,
        others: [],
        block: null,
        field: 'documentNumber',
        from: 0,
        to: article.documentNumber.length,
        text: article.documentNumber,
        suggestion: null,
        batch: false,
        params: { text: article.documentNumber, column, other: forPapers },
        source: 'House：有发文字号的是文件，本期有放文件的栏目',
      },
    ]
  })
}

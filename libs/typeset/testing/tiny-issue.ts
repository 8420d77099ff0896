import { type ArticleContent, type Block, type Cell, EMPTY_ARTICLE, type IssueColumn, type IssueContent, type Table } from '#lib/editorial'
import { readTemplate, type Template } from '#lib/typeset'

const WORDS = '教育强国建设是一项系统工程要统筹推进各项任务落实立德树人根本坚持为党育人国才'

/** A text of `count` Han, always the same. */
export const han = (count: number): string =>
  Array.from({ length: count }, (_, index) => WORDS[(index * 7 + (index >> 3)) % WORDS.length]).join('')

export const p = (text: string | number): Block => ({ kind: 'paragraph', runs: [{ text: typeof text === 'number' ? han(text) : text }] })
export const h = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, runs: [{ text }] })
export const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ runs: [{ text }], ...more })
export const table = (rows: readonly (readonly Cell[])[], more: Partial<Table> = {}): Block => ({
  kind: 'table',
  caption: null,
  headerRows: 1,
  rows,
  note: null,
  ...more,
})

export function article(title: string, blocks: readonly Block[], more: Partial<ArticleContent> = {}): ArticleContent {
  return { ...EMPTY_ARTICLE, title, blocks, ...more }
}

export function issueOf(columns: readonly IssueColumn[], more: Partial<IssueContent> = {}): IssueContent {
  const unknown = { publication: '云岭参考', publisher: '云岭大学', year: 2025, number: 3, totalNumber: 9, date: null }
  return { ...unknown, titleLines: [], editors: [], contact: null, columns, ...more }
}

/** One column without a name. */
export const flat = (...articles: ArticleContent[]): IssueContent => issueOf([{ name: null, articles }])

/** A house style of ten characters by eight lines: a page fits in a test. */
/** Ten characters on each of eight lines, the binding side wider. */
export const TINY_PAGE = {
  width: '260pt',
  height: '360pt',
  head: '40pt',
  binding: '50pt',
  mirrored: true,
  characters: 10,
  lines: 8,
  size: '16pt',
  pitch: '30pt',
}

export function tinyTemplate(more: Record<string, unknown> = {}): Template {
  return readTemplate({
    name: 'tiny',
    title: '小样',
    numbering: { pattern: '{year}年第{n}期', total: false },
    documentTitle: '{publication}{number}',
    page: TINY_PAGE,
    styles: { 'article-title': { size: '16pt' }, footnote: { size: '10pt', pitch: '15pt' } },
    cover: null,
    contents: null,
    columns: { label: null },
    articles: {
      startOn: 'page',
      person: 'none',
      subtitle: 'below',
      source: { position: 'after-title', pattern: '来源：{source}', marks: 'never', notWithDocumentNumber: true },
      documentNumber: true,
      gapAfterHead: 0,
      documentDate: null,
      runInHeadings: false,
      annexOnNewPage: false,
    },
    header: null,
    footer: { parts: ['— {page} —'], place: 'outer', inset: 1, distance: '20pt' },
    colophon: null,
    ...more,
  })
}

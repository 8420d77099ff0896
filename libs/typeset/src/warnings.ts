import { articlesInOrder, type IssueContent } from '#lib/editorial'
import type { Faces } from './faces/open-faces.js'
import type { BlockId, FlowBlock, LayoutWarning, Sheet } from './layout.js'
import type { Noticed } from './pages/noticed.js'
import { textsOf } from './references/complete.js'
import type { Template } from './template/template.js'

/** What an editor should know about the pages: characters no face has, loose lines, pages that could not be kept as asked, a 仿宋 that is not there. */
export function warningsOf(issue: IssueContent, faces: Faces, sheet: Sheet, flow: readonly FlowBlock[], noticed: Noticed): LayoutWarning[] {
  const articles = new Map<BlockId, number | null>([...textsOf(flow)].map((text) => [text.id, text.article]))
  const titles = articlesInOrder(issue).map(({ article }) => article.title)
  const placed = (block: BlockId): { article?: number } => {
    const article = articles.get(block)
    return article === null || article === undefined ? {} : { article }
  }
  return [
    ...fangsong(faces, sheet),
    ...missing(noticed, placed, titles),
    ...noticed.loose.map(({ block, page }): LayoutWarning => ({ code: 'typeset/loose-line', ...placed(block), page })),
    ...noticed.forced.map(({ page }): LayoutWarning => ({ code: 'typeset/page-forced', params: { page }, page })),
  ]
}

function fangsong(faces: Faces, sheet: Sheet): LayoutWarning[] {
  const wanted = Object.values(sheet.styles).some((style) => style.face === 'fangsong')
  return wanted && !faces.has('fangsong') ? [{ code: 'typeset/no-fangsong' }] : []
}

/** Each missing character once an article. */
function missing(noticed: Noticed, placed: (block: BlockId) => { article?: number }, titles: readonly string[]): LayoutWarning[] {
  const seen = new Map<string, LayoutWarning>()
  for (const { code, block, page } of noticed.missing) {
    const place = placed(block)
    const key = `${code} ${place.article ?? '-'}`
    if (seen.has(key)) continue
    const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    const title = place.article === undefined ? '' : (titles[place.article] ?? '')
    seen.set(key, {
      code: 'typeset/missing-glyph',
      params: { char: String.fromCodePoint(code), codePoint: hex, article: title },
      ...place,
      page,
    })
  }
  return [...seen.values()]
}

/** Sheets that are folded and stitched want a page count that is a multiple of four; how many blank pages are wanting is said, not added. Source: typography checklist 39. */
export function foldingWarnings({ page }: Template, pages: number): LayoutWarning[] {
  const over = pages % page.multipleOf
  return over === 0
    ? []
    : [{ code: 'typeset/not-a-multiple', params: { pages, multiple: page.multipleOf, missing: page.multipleOf - over } }]
}

/** Articles that may fill another number of pages in Word than in the PDF: the contents of the DOCX may then be a page out. */
export function doubtfulWarnings(issue: IssueContent, doubtful: readonly number[]): LayoutWarning[] {
  const titles = articlesInOrder(issue).map(({ article }) => article.title)
  return [...new Set(doubtful)].map((article) => ({
    code: 'typeset/page-count-doubtful',
    params: { article: titles[article] ?? '' },
    article,
  }))
}

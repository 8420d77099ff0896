import { type ArticleContent, blockText } from '#lib/editorial'

/** What the check of internal publications looks at beside the articles. */
export interface InternalFacts {
  readonly permit: string | null
  /** Everything the issue prints round its articles: title lines, editors, contact. */
  readonly printed: readonly string[]
}

/** One thing an internal publication must print or must not say. */
export interface InternalFinding {
  readonly rule: string
  readonly params: Readonly<Record<string, string>>
  /** Index of the article in reading order; null for the issue as a whole. */
  readonly article: number | null
  readonly block: number | null
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Source: 内部资料性出版物管理办法（国家新闻出版广电总局令第2号，2015）第十三条, permit number and “内部资料，免费交流” on the cover; 第十六条, not to call itself a journal. */
export const INTERNAL_SOURCE = '内部资料性出版物管理办法（2015）第十三、十六条'

const NOTICE = /内部资料[，,\s　]*免费交流/
const CALLS_ITSELF = /本(?:刊|杂志|期刊|报)/g

const ofIssue = (rule: string, params: InternalFinding['params'] = {}): InternalFinding => ({
  rule,
  params,
  article: null,
  block: null,
  from: 0,
  to: 0,
  text: '',
})

/** What an issue lacks or says wrongly as an internal publication. */
export function internalFindings({ permit, printed }: InternalFacts, articles: readonly ArticleContent[]): InternalFinding[] {
  const head = printed.join('\n')
  const numbered = permit !== null && !head.includes(permit) ? [ofIssue('internal-permit-unprinted', { permit })] : []
  return [
    ...(permit === null ? [ofIssue('internal-permit')] : numbered),
    ...(NOTICE.test(head) ? [] : [ofIssue('internal-notice')]),
    ...articles.flatMap((content, article) => content.blocks.flatMap((block, at) => selfNames(blockText(block), article, at))),
  ]
}

const selfNames = (text: string, article: number, block: number): InternalFinding[] =>
  [...text.matchAll(CALLS_ITSELF)].map((found) => ({
    rule: 'internal-this-journal',
    params: { text: found[0] },
    article,
    block,
    from: found.index,
    to: found.index + found[0].length,
    text: found[0],
  }))

import { type ArticleContent, printDate } from '#lib/editorial'
import type { ArticlePlan } from '../template/template.js'
import { type Desk, textBlock } from './desk.js'
import { fillPattern } from './fill-pattern.js'
import { sourceLine } from './source-line.js'

/** From how many characters on a name is an organ's, not a person's. House: Chinese names have two to four; a name with · is a person's. */
const LONGEST_NAME = 4

export const isPerson = (author: string): boolean => author.includes('·') || author.replace(/\s/g, '').length <= LONGEST_NAME

/** The title as it stands over the article: with the person before it where the template says so. */
export function printedTitle(plan: ArticlePlan, content: ArticleContent): string {
  if (plan.person !== 'prefix' || content.author === null || !isPerson(content.author)) return content.title
  if (content.title.startsWith(content.author)) return content.title
  return fillPattern(plan.prefix, { author: content.author, title: content.title }) ?? content.title
}

const withMark = (subtitle: string, mark: string): string => (/^[—\-─]/.test(subtitle) || mark === '' ? subtitle : mark + subtitle)

export interface HeadPlace {
  readonly article: number
  readonly prefix: string
  readonly breakBefore: 'none' | 'page' | 'recto'
}

/** Everything above an article's first paragraph: kicker, title, subtitle, person, date line, 文号, source. */
export function composeHead(desk: Desk, content: ArticleContent, place: HeadPlace): void {
  const plan = desk.template.articles
  const lines = headLines(plan, content)
  lines.forEach(({ style, text, suffix }, index) => {
    const breakBefore = index === 0 ? place.breakBefore : 'none'
    desk.blocks.push(
      textBlock(desk.sheet, desk.section, {
        id: `${place.prefix}-${suffix}`,
        style,
        text,
        article: place.article,
        breakBefore,
        lead: index === lines.length ? 1 : 0,
      }),
    )
  })
}

interface HeadLine {
  readonly style: string
  readonly text: string
  readonly suffix: string
}

function headLines(plan: ArticlePlan, content: ArticleContent): HeadLine[] {
  const lines: HeadLine[] = []
  const add = (suffix: string, style: string, text: string | null): void => {
    if (text !== null && text !== '') lines.push({ suffix, style, text })
  }
  if (plan.subtitle === 'above') add('kicker', 'kicker', content.subtitle)
  add('title', 'article-title', printedTitle(plan, content))
  if (plan.subtitle === 'below' && content.subtitle !== null)
    add('subtitle', 'article-subtitle', withMark(content.subtitle, plan.subtitleMark))
  add('byline', 'byline', bylineOf(plan, content))
  add('date', 'source-line', documentDate(plan, content))
  if (plan.documentNumber) add('number', 'document-number', content.documentNumber)
  if (plan.source.position === 'after-title') add('source', 'source-line', sourceLine(plan.source, content))
  return lines
}

function bylineOf(plan: ArticlePlan, content: ArticleContent): string | null {
  if (content.author === null) return null
  if (plan.person === 'line') return content.author
  return plan.person === 'prefix' && !isPerson(content.author) ? content.author : null
}

function documentDate(plan: ArticlePlan, content: ArticleContent): string | null {
  if (plan.documentDate === null || content.documentDate === null || hasSignatureDate(content)) return null
  return fillPattern(plan.documentDate, { date: printDate(content.documentDate) })
}

/** A document that is signed and dated at its end does not carry the date under its title as well. */
const hasSignatureDate = (content: ArticleContent): boolean =>
  content.blocks.some((block) => block.kind === 'signature' && block.date !== null)

import { type ArticleContent, articlesInOrder, chineseNumber, type IssueContent } from '#lib/editorial'
import type { LayoutWarning, Section, Sheet } from '../layout.js'
import type { Template } from '../template/template.js'
import { composeBlock, hasAttribution } from './article-body.js'
import { composeHead, type HeadPlace, printedTitle } from './article-head.js'
import { composeColophon } from './colophon.js'
import { composeCover } from './cover.js'
import { type Desk, textBlock } from './desk.js'
import type { Composition, Waymark } from './draft.js'
import { fillPattern } from './fill-pattern.js'
import { furnitureOf } from './furniture.js'
import { issueSlots } from './issue-slots.js'
import { composeNotes, numberNotes } from './notes.js'
import { sourceLine } from './source-line.js'

/** Makes an issue into blocks by the rules of its house style. Only words the issue has are set; what it lacks is left out. */
export function compose(issue: IssueContent, template: Template, sheet: Sheet): Composition {
  const slots = issueSlots(issue, template)
  const sections = planSections(template, sheet, slots)
  const waymarks: Waymark[] = []
  const warnings: LayoutWarning[] = []
  const deskFor = (role: Section['role']): Desk => {
    const section = sections.findIndex((one) => one.role === role)
    return { issue, template, sheet, slots, section: Math.max(0, section), blocks: [], waymarks, warnings }
  }
  const cover = deskFor(template.cover?.kind === 'page' ? 'cover' : 'body')
  composeCover(cover)
  const body = deskFor('body')
  const firstBlocks = composeArticles(body)
  const colophon = deskFor('body')
  composeColophon(colophon)
  return {
    sections,
    slots,
    cover: template.cover?.kind === 'page' ? cover.blocks : [],
    head: template.cover?.kind === 'head' ? cover.blocks : [],
    body: body.blocks,
    colophon: colophon.blocks,
    waymarks,
    warnings,
    firstBlocks,
  }
}

function planSections(template: Template, sheet: Sheet, slots: Composition['slots']): Section[] {
  const none = { header: null, footer: null }
  const header = furnitureOf(template.header, slots, sheet, 'header')
  const footer = furnitureOf(template.footer, slots, sheet, 'footer')
  const sections: Section[] = []
  if (template.cover?.kind === 'page') sections.push({ role: 'cover', startOn: 'page', numbering: { format: 'none', start: 1 }, ...none })
  if (template.contents?.place === 'own') {
    const { startOn, numbering } = template.contents
    const onContents = { header: template.header?.onContents === true ? header : null, footer: numbering === 'roman' ? footer : null }
    sections.push({ role: 'contents', startOn, numbering: { format: numbering, start: 1 }, ...onContents })
  }
  const startOn =
    (template.contents?.place === 'own' && template.contents.startOn === 'recto') || template.cover?.kind === 'page' ? 'recto' : 'page'
  sections.push({ role: 'body', startOn, numbering: { format: 'decimal', start: 1 }, header, footer })
  return sections
}

/** Composes columns and articles; returns the block each article begins with. */
function composeArticles(desk: Desk): string[] {
  const named = desk.issue.columns.some((column) => column.name !== null)
  const starts: string[] = []
  let ordinal = 0
  let article = 0
  desk.issue.columns.forEach((column) => {
    if (column.name !== null) ordinal += 1
    column.articles.forEach((content, index) => {
      const first = desk.blocks.length
      const opens = index === 0 && column.name !== null
      const label = opens ? composeLabel(desk, column.name, ordinal, article) : null
      if (opens) desk.waymarks.push({ block: label ?? articleId(article, 'title'), kind: 'column', level: 1, title: column.name, article })
      composeArticle(desk, content, article, { breakBefore: label === null ? breakFor(desk, article) : 'none', depth: named ? 1 : 0 })
      starts.push(desk.blocks[first]?.id ?? '')
      article += 1
    })
  })
  return starts
}

const articleId = (article: number, part: string): string => `a${String(article + 1).padStart(3, '0')}-${part}`

function breakFor(desk: Desk, article: number): HeadPlace['breakBefore'] {
  const { startOn } = desk.template.articles
  return startOn === 'flow' || article === 0 ? 'none' : startOn
}

/** 【政策文件】 over the first article of a column, where the house style names columns in the body. */
function composeLabel(desk: Desk, name: string | null, ordinal: number, article: number): string | null {
  const pattern = desk.template.columns.label
  const text = pattern === null ? null : fillPattern(pattern, { name, 一: chineseNumber(ordinal) })
  if (text === null) return null
  const id = articleId(article, 'column')
  desk.blocks.push(textBlock(desk.sheet, desk.section, { id, style: 'column-label', text, article, breakBefore: breakFor(desk, article) }))
  return id
}

function composeArticle(
  desk: Desk,
  content: ArticleContent,
  article: number,
  place: { breakBefore: HeadPlace['breakBefore']; depth: number },
): void {
  const notes = numberNotes(content, (number) => articleId(article, `n${String(number).padStart(3, '0')}`))
  let count = 0
  const nextId = (): string => {
    count += 1
    return articleId(article, String(count).padStart(4, '0'))
  }
  const title = printedTitle(desk.template.articles, content)
  desk.waymarks.push({ block: articleId(article, 'title'), kind: 'article', level: 1 + place.depth, title, article })
  composeHead(desk, content, { article, prefix: articleId(article, '').slice(0, -1), breakBefore: place.breakBefore })
  const first = desk.waymarks.length
  const opening = desk.blocks.length
  for (const block of content.blocks) composeBlock({ desk, article, notes, nextId }, block)
  leadBody(desk, opening)
  for (let index = first; index < desk.waymarks.length; index++) {
    const mark = desk.waymarks[index]!
    desk.waymarks[index] = { ...mark, level: mark.level + 1 + place.depth }
  }
  composeEnd(desk, content, article, nextId)
  composeNotes(desk, content, article, notes)
}

/** Blank lines between the head of an article and its body, as the house style wants them. */
function leadBody(desk: Desk, opening: number): void {
  const first = desk.blocks[opening]
  if (first !== undefined) desk.blocks[opening] = { ...first, lead: first.lead + desk.template.articles.gapAfterHead }
}

/** Source and person where the house style sets them at the end of an article. */
function composeEnd(desk: Desk, content: ArticleContent, article: number, nextId: () => string): void {
  const { source, person } = desk.template.articles
  if (person === 'end' && content.author !== null) {
    desk.blocks.push(
      textBlock(desk.sheet, desk.section, { id: nextId(), style: 'author-note', text: `（作者：${content.author}）`, article }),
    )
  }
  const text = source.position === 'end' && !hasAttribution(content) ? sourceLine(source, content) : null
  if (text !== null) desk.blocks.push(textBlock(desk.sheet, desk.section, { id: nextId(), style: 'attribution', text, article }))
}

/** How many articles an issue has: what a page map counts. */
export const articleCount = (issue: IssueContent): number => articlesInOrder(issue).length

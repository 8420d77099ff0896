import { type ArticleContent, chineseNumber, type IssueContent } from '#lib/editorial'
import type { BlockId, Sheet, TextBlock } from '../layout.js'
import type { ContentsPlan, Template } from '../template/template.js'
import { isPerson } from './article-head.js'
import { textBlock } from './desk.js'
import type { Waymark } from './draft.js'
import { fillPattern } from './fill-pattern.js'

/** The contents with the page labels known so far: a tab and the label end each entry that carries one. */
export function composeContents(
  issue: IssueContent,
  template: Template,
  sheet: Sheet,
  section: number,
  waymarks: readonly Waymark[],
  labels: ReadonlyMap<BlockId, string>,
): TextBlock[] {
  const plan = template.contents
  if (plan === null) return []
  const entry = entryMaker(plan, sheet, section, waymarks, labels)
  const blocks = [textBlock(sheet, section, { id: 'contents-heading', style: 'contents-heading', text: plan.heading, article: null })]
  let ordinal = 0
  let article = 0
  for (const column of issue.columns) {
    if (column.name !== null) ordinal += 1
    const name =
      column.name === null || plan.column === null
        ? null
        : fillPattern(plan.column, { name: column.name, 一: chineseNumber(Math.max(1, ordinal)) })
    if (name !== null && column.articles.length > 0) blocks.push(entry('column', article, name))
    for (const content of column.articles) {
      blocks.push(entry('article', article, entryText(plan, template, content)))
      article += 1
    }
  }
  return blocks
}

type EntryMaker = (kind: 'column' | 'article', article: number, text: string) => TextBlock

function entryMaker(
  plan: ContentsPlan,
  sheet: Sheet,
  section: number,
  waymarks: readonly Waymark[],
  labels: ReadonlyMap<BlockId, string>,
): EntryMaker {
  const targets = new Map<string, BlockId>()
  for (const { kind, article, block } of waymarks) if (!targets.has(`${kind} ${article}`)) targets.set(`${kind} ${article}`, block)
  return (kind, article, text) => {
    const target = targets.get(`${kind} ${article}`)
    const style = kind === 'column' ? 'contents-column' : 'contents-entry'
    const id = `contents-${kind === 'column' ? 'k' : 'a'}${String(article + 1).padStart(3, '0')}`
    if (kind === 'column' && !plan.columnPage) return textBlock(sheet, section, { id, style, text, article: null, target })
    const label = (target === undefined ? undefined : labels.get(target)) ?? '0'
    const block = textBlock(sheet, section, { id, style, text: `${text}\t${label}`, article: null, target })
    return { ...block, label, labelFrom: text.length + 1 }
  }
}

/** What an entry says: the person before the title, the subtitle joined to it, as the template wants. */
function entryText(plan: ContentsPlan, template: Template, content: ArticleContent): string {
  const title = plan.subtitle === null || content.subtitle === null ? content.title : joined(content.title, content.subtitle, plan.subtitle)
  const named =
    content.author !== null && isPerson(content.author) && template.articles.person !== 'none' && !content.title.startsWith(content.author)
  return plan.person !== null && named ? (fillPattern(plan.person, { author: content.author, title }) ?? title) : title
}

const joined = (title: string, subtitle: string, mark: string): string => title + (/^[—\-─]/.test(subtitle) ? subtitle : mark + subtitle)

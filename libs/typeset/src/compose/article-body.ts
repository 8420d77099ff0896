import type { ArticleContent, Block, ListItem, Run, Signature, Turn } from '#lib/editorial'
import type { FaceRole, FlowRun, StyleName } from '../layout.js'
import { type ArticleDesk, type Desk, flowText, type TextPlan, textBlock } from './desk.js'
import { composeFigure } from './figure.js'
import { runIn } from './run-in.js'
import { composeTable } from './table.js'

/** Composes one block of an article's body. */
export function composeBlock(at: ArticleDesk, block: Block): void {
  switch (block.kind) {
    case 'heading':
      heading(at, block.level, block.runs)
      break
    case 'paragraph':
      paragraph(at, block.runs)
      break
    case 'addressee':
    case 'quote':
      runs(at, block.kind, block.runs)
      break
    case 'authorNote':
      runs(at, 'author-note', block.runs)
      break
    case 'turn':
      turn(at, block)
      break
    case 'list':
      for (const item of block.items) listItem(at, item)
      break
    case 'table':
      composeTable(at, block)
      break
    case 'figure':
      composeFigure(at, block)
      break
    default:
      composeLine(at, block)
  }
}

type LineBlock = Extract<
  Block,
  { kind: 'letterHeading' | 'documentNumber' | 'attribution' | 'linkLine' | 'signature' | 'annexStart' | 'separator' }
>

/** Blocks of a line or two with a form of their own. */
function composeLine(at: ArticleDesk, block: LineBlock): void {
  switch (block.kind) {
    case 'letterHeading':
      plain(at, 'letter-heading', block.text)
      break
    case 'documentNumber':
      plain(at, 'document-number', block.text)
      break
    case 'attribution':
      plain(at, 'attribution', block.text)
      break
    case 'linkLine':
      link(at, block.url)
      break
    case 'signature':
      signature(at, block)
      break
    case 'annexStart':
      annex(at, block.label, block.title)
      break
    case 'separator':
      separator(at)
  }
}

export const faceOf = (desk: Desk, style: StyleName): FaceRole => desk.sheet.styles[style]?.face ?? 'song'

function add(at: ArticleDesk, plan: Omit<TextPlan, 'id' | 'article'>): void {
  at.desk.blocks.push(textBlock(at.desk.sheet, at.desk.section, { ...plan, id: at.nextId(), article: at.article }))
}

const plain = (at: ArticleDesk, style: StyleName, text: string): void => add(at, { style, text })
const runs = (at: ArticleDesk, style: StyleName, given: readonly Run[]): void =>
  add(at, { style, ...flowText(given, faceOf(at.desk, style), at.notes) })

function heading(at: ArticleDesk, level: number, given: readonly Run[]): void {
  const style = `heading-${level}`
  const set = flowText(given, faceOf(at.desk, style), at.notes)
  const id = at.nextId()
  at.desk.blocks.push(textBlock(at.desk.sheet, at.desk.section, { id, style, ...set, article: at.article }))
  at.desk.waymarks.push({ block: id, kind: 'heading', level, title: set.text, article: at.article })
}

function paragraph(at: ArticleDesk, given: readonly Run[]): void {
  const set = flowText(given, faceOf(at.desk, 'paragraph'), at.notes)
  add(at, { style: 'paragraph', text: set.text, runs: at.desk.template.articles.runInHeadings ? runIn(set.text, set.runs) : set.runs })
}

function link(at: ArticleDesk, url: string): void {
  const face = faceOf(at.desk, 'link-line')
  add(at, { style: 'link-line', text: url, runs: [{ from: 0, to: url.length, face, color: 'link', link: url }] })
}

/** 落款: a blank line, the organs row by row, the date under them. Source: GB/T 9704-2012 7.3.5.2 (正文下空一行，右空二字；成文日期右空四字). */
function signature(at: ArticleDesk, block: Signature): void {
  block.organs.forEach((organ, index) => {
    add(at, { style: 'signature', text: organ, lead: index === 0 ? 1 : 0 })
  })
  if (block.date !== null) add(at, { style: 'signature-date', text: block.date, lead: block.organs.length === 0 ? 1 : 0 })
}

/** One turn of talk: the speaker in 黑体 before the first paragraph. */
function turn(at: ArticleDesk, block: Turn): void {
  const face = faceOf(at.desk, 'turn')
  const speaker = /[：:]$/.test(block.speaker) ? block.speaker : `${block.speaker}：`
  const paragraphs = block.paragraphs.length === 0 ? [[]] : block.paragraphs
  paragraphs.forEach((given, index) => {
    if (index > 0) {
      add(at, { style: 'turn', ...flowText(given, face, at.notes) })
      return
    }
    const set = flowText(given, face, at.notes, speaker)
    const first: FlowRun = { from: 0, to: speaker.length, face: 'hei' }
    add(at, { style: 'turn', text: set.text, runs: [first, ...set.runs.slice(1)], markEnd: speaker.length })
  })
}

const DEEPEST_LIST = 3

function listItem(at: ArticleDesk, item: ListItem): void {
  const level = Math.min(DEEPEST_LIST, Math.max(1, item.level))
  const style = level === 1 ? 'list-item' : `list-item-${level}`
  add(at, { style, ...flowText(item.runs, faceOf(at.desk, style), at.notes, item.label), markEnd: item.label.length })
}

/** 附件: its label flush left, its title centred under it. Source: GB/T 9704-2012 7.3.7. */
function annex(at: ArticleDesk, label: string, title: string | null): void {
  add(at, { style: 'annex-label', text: label, lead: 1, breakBefore: at.desk.template.articles.annexOnNewPage ? 'page' : 'none' })
  if (title !== null) add(at, { style: 'annex-title', text: title })
}

/** A separator: a short rule in the middle of one blank line. House: a third of the measure. */
function separator(at: ArticleDesk): void {
  const { master } = at.desk.sheet
  at.desk.blocks.push({
    kind: 'rule',
    id: at.nextId(),
    section: at.desk.section,
    article: at.article,
    breakBefore: 'none',
    lead: 0,
    weight: 0.5,
    color: 'black',
    width: master.measure / 3,
    before: master.pitch / 2,
    after: master.pitch / 2,
  })
}

/** Whether the body already names where it comes from, so that the template's own line at the end would say it twice. */
export const hasAttribution = (content: ArticleContent): boolean => content.blocks.some((block) => block.kind === 'attribution')

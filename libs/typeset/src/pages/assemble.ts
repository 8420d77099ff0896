import type { BlockId, Page, Pt, Section, Sheet } from '../layout.js'
import type { SetLine, Tools } from '../lines/set-lines.js'
import { placeFrames } from './frames.js'
import { placeFurniture, placeLeader } from './furniture.js'
import type { MeasuredTable } from './measure-table.js'
import { LOOSE_TRACKING, type Noticed } from './noticed.js'
import { type NumberedPage, sideOf } from './number-pages.js'
import { pageLabel } from './page-label.js'
import { isOpening, type NotePart, type PagePlan } from './paginate.js'
import type { Item, Segment, SetText } from './pieces.js'
import { baselineIn, type PageParts, placeLine } from './place.js'
import { joinRules, placeRow } from './place-table.js'

/** Rule over the notes: a quarter of the measure, half a point. Source: CLREQ #handling_of_notes (脚注与正文之间用线隔开). House: the length. */
const NOTE_RULE = { share: 0.25, weight: 0.5 }

export interface AssemblyTools {
  readonly tools: Tools
  readonly sheet: Sheet
  readonly sections: readonly Section[]
  readonly notes: ReadonlyMap<BlockId, SetText>
  readonly leader: string
  /** Height of the blank over the first note, the rule in it. */
  readonly noteLead: Pt
  readonly noticed: Noticed
}

/** A page while it is filled. */
interface OpenPage extends PageParts {
  readonly number: number
}

/** Draws numbered pages: text, tables, figures, notes, then header and footer. */
export function assemble(at: AssemblyTools, numbered: readonly NumberedPage[]): Page[] {
  const totals = at.sections.map((_, section) => numbered.filter((page) => page.section === section).length)
  return numbered.map((page) => {
    const open: OpenPage = { number: page.number, lines: [], furniture: [], art: [] }
    if (page.segment !== null && page.plan !== null) fill(at, open, page.segment, page.plan)
    return close(at, page, open, totals[page.section]!)
  })
}

/** Left edge of the type area: the binding is at the left of a recto, at the right of a verso where margins are mirrored. Source: GB/T 9704-2012 5.2.1 (订口 28 mm). */
function leftOf(sheet: Sheet, number: number): Pt {
  const { mirrored, binding, fore } = sheet.master
  return sideOf(number) === 'verso' && mirrored ? fore : binding
}

function fill(at: AssemblyTools, page: OpenPage, { pieces, opens }: Segment, plan: PagePlan): void {
  const left = leftOf(at.sheet, page.number)
  if (plan.forced) at.noticed.forced.push({ page: page.number })
  let y = at.sheet.master.head
  let atHead = !isOpening(opens, plan.from)
  const first = pieces[plan.from]
  if (first !== undefined && first.repeats > 0 && first.item?.kind === 'row') y = repeatHeader(at, page, first.item.table, left, y)
  for (let index = plan.from; index < plan.to; index++) {
    const piece = pieces[index]!
    if (piece.item === null && atHead) continue
    if (piece.item !== null) {
      atHead = false
      placeItem(at, page, piece.item, piece.height, left, y)
    }
    y += piece.height
  }
  placeNotes(at, page, plan.notes, left)
}

function repeatHeader(at: AssemblyTools, page: PageParts, table: MeasuredTable, left: Pt, top: Pt): Pt {
  let y = top
  for (const row of table.rows.filter((one) => one.header)) {
    placeRow(at.tools, page, table, row, { left, top: y }, true)
    y += row.height
  }
  return y
}

function placeItem(at: AssemblyTools, page: OpenPage, item: Item, height: Pt, left: Pt, top: Pt): void {
  const { measure } = at.sheet.master
  if (item.kind === 'line') {
    placeText(at, page, item, left, top)
    return
  }
  if (item.kind === 'row') {
    placeRow(at.tools, page, item.table, item.row, { left, top }, false)
    for (const cell of item.row.cells) for (const line of cell.lines) noticeLine(at, page, cell.cell.content.id, line)
    return
  }
  const x = left + (measure - item.block.width) / 2
  if (item.kind === 'figure') {
    const { width, id, image } = item.block
    page.art.push({
      kind: 'image',
      block: id,
      sha256: image.sha256,
      x,
      y: top + (height - item.block.height) / 2,
      width,
      height: item.block.height,
    })
    return
  }
  const y = top + item.block.before
  page.art.push({
    kind: 'rule',
    x1: x,
    y1: y,
    x2: x + item.block.width,
    y2: y,
    weight: item.block.weight,
    color: item.block.color,
    block: null,
  })
}

function placeText(at: AssemblyTools, page: OpenPage, item: Extract<Item, { kind: 'line' }>, left: Pt, top: Pt): void {
  const { text, line, drop } = item
  const y = baselineIn(text.style, top + drop)
  placeLine(page, text.block.id, line, left, y)
  if (line.missing.length > 0) placeFrames(at.tools, page, line, text.style, left, y)
  if (line.missing.length > 0 || line.tracking > LOOSE_TRACKING) noticeLine(at, page, text.block.id, line)
  if (line.leader !== undefined && text.block.label !== undefined) {
    const edge = at.sheet.master.measure - text.style.right * text.style.size
    placeLeader(at.tools, page, text.style, at.leader, left, line.leader, edge, y)
  }
}

function noticeLine(at: AssemblyTools, page: OpenPage, block: BlockId, line: SetLine): void {
  for (const { code } of line.missing) at.noticed.missing.push({ code, block, page: page.number })
  if (line.tracking > LOOSE_TRACKING) at.noticed.loose.push({ block, page: page.number })
}

/** Notes at the page's foot, the last line on the last line of the type area. */
function placeNotes(at: AssemblyTools, page: OpenPage, parts: readonly NotePart[], left: Pt): void {
  if (parts.length === 0) return
  const { head, lines, pitch, measure } = at.sheet.master
  const style = at.sheet.styles.footnote!
  const count = parts.reduce((sum, part) => sum + part.to - part.from, 0)
  let y = head + lines * pitch - count * style.pitch
  const ruleY = y - at.noteLead / 2
  page.art.push({
    kind: 'rule',
    x1: left,
    y1: ruleY,
    x2: left + measure * NOTE_RULE.share,
    y2: ruleY,
    weight: NOTE_RULE.weight,
    color: 'black',
    block: null,
  })
  for (const part of parts) {
    const note = at.notes.get(part.id)
    if (note === undefined) throw new Error(`no note ${part.id}`)
    for (const line of note.lines.slice(part.from, part.to)) {
      placeLine(page, note.block.id, line, left, baselineIn(style, y))
      if (line.missing.length > 0) placeFrames(at.tools, page, line, style, left, baselineIn(style, y))
      noticeLine(at, page, note.block.id, line)
      y += style.pitch
    }
  }
}

function close(at: AssemblyTools, page: NumberedPage, parts: PageParts, pages: number): Page {
  const section = at.sections[page.section]!
  const side = sideOf(page.number)
  const blank = page.plan === null
  const label = blank ? '' : pageLabel(section, page.count)
  if (!blank) placeFurniture(at.tools, at.sheet, parts, section, { label, side, left: leftOf(at.sheet, page.number), pages })
  const { width, height } = at.sheet.master
  const { lines, furniture } = parts
  return { number: page.number, label, section: page.section, side, blank, width, height, lines, furniture, art: joinRules(parts.art) }
}

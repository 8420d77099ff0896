import type { Furniture, FurnitureLine, Page, Pt, Section, Sheet, TextStyle } from '../layout.js'
import { jobOf, type SetLine, setLines, type Tools, UNBOUNDED } from '../lines/set-lines.js'
import type { PageParts } from './place.js'

/** What a folio must know of its page. */
export interface FolioPage {
  readonly label: string
  readonly side: Page['side']
  readonly left: Pt
  readonly pages: number
}

/** Sets header and footer of one page. */
export function placeFurniture(tools: Tools, sheet: Sheet, parts: PageParts, section: Section, page: FolioPage): void {
  if (section.header !== null) place(tools, sheet, parts, section.header, page, 'running-head')
  if (section.footer !== null) place(tools, sheet, parts, section.footer, page, 'folio')
}

function place(tools: Tools, sheet: Sheet, parts: PageParts, furniture: Furniture, page: FolioPage, kind: FurnitureLine['kind']): void {
  const style = sheet.styles[furniture.style]
  if (style === undefined) throw new Error(`no style ${furniture.style}`)
  const { measure } = sheet.master
  const text = furniture.pattern.replaceAll('{pages}', String(page.pages)).replaceAll('{page}', page.label)
  const set = setOnOneLine(tools, text, style, measure)
  if (set === undefined) return
  const x = page.left + offset(furniture, page.side, measure - set.width, furniture.inset * style.size)
  parts.furniture.push({ kind, text, x, y: furniture.y, runs: set.runs })
  if (furniture.rule === null) return
  const { y, weight, color } = furniture.rule
  parts.art.push({ kind: 'rule', x1: page.left, y1: y, x2: page.left + measure, y2: y, weight, color, block: null })
}

/** Furniture is never broken: what is wider than the measure is set smaller. */
export function setOnOneLine(tools: Tools, text: string, style: TextStyle, measure: Pt): SetLine | undefined {
  const block = { text, runs: [{ from: 0, to: text.length, face: style.face }] }
  const at = (size: Pt): SetLine | undefined => setLines(tools, jobOf(block, { ...plain(style), size }, UNBOUNDED, 'fill'))[0]
  const natural = at(style.size)
  return natural !== undefined && natural.width > measure ? at((style.size * measure) / natural.width) : natural
}

const plain = (style: TextStyle): TextStyle => ({ ...style, firstIndent: 0, left: 0, right: 0, align: 'left' })

/** 单页码居右空一字，双页码居左空一字. Source: GB/T 9704-2012 7.5. */
function offset(furniture: Furniture, side: Page['side'], slack: Pt, inset: Pt): Pt {
  const place = furniture.place === 'outer' ? (side === 'recto' ? 'right' : 'left') : furniture.place
  if (place === 'center') return slack / 2
  return place === 'left' ? inset : slack - inset
}

/** Dots between a contents entry and its number, on one grid from the right edge so that they stand under each other. */
export function placeLeader(
  tools: Tools,
  parts: PageParts,
  style: TextStyle,
  leader: string,
  left: Pt,
  gap: { from: Pt; to: Pt },
  edge: Pt,
  y: Pt,
): void {
  const cell = style.size
  const steps = (x: Pt): number => (edge - x) / cell
  const last = Math.floor(steps(gap.from + LEADER_BLANK * cell))
  const first = Math.ceil(steps(gap.to - LEADER_BLANK * cell))
  const count = last - first
  if (count < 1) return
  const text = leader.repeat(count)
  const block = { text, runs: [{ from: 0, to: text.length, face: 'song' as const }] }
  const set = setLines(tools, jobOf(block, plain(style), UNBOUNDED, 'fill'))[0]
  if (set === undefined) return
  parts.furniture.push({ kind: 'leader', text, x: left + edge - last * cell, y, runs: set.runs })
}

/** Least blank between text and leaders, in em. House: the dots of … keep a little more on their own. */
const LEADER_BLANK = 0.3

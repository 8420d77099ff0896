import type { Figure } from '#lib/editorial'
import type { Pt } from '../layout.js'
import { type ArticleDesk, flowText, textBlock } from './desk.js'

/** Least resolution in print. Source: typography checklist 33. */
const LEAST_DPI = 200

/** Blank a figure keeps from the text, top and bottom together, in lines of the grid. House: a third of a line each side is seen and no more. */
const BREATH = 0.5

/** Lines at least left on the page of the tallest figure: its caption, and a title of two lines with its blank when the figure opens the article. House. */
const CAPTION_LINES = 5

/** A picture as wide as its pixels allow at 200 dpi, inside the type area, its height made to close with the grid; then its caption. */
export function composeFigure(at: ArticleDesk, block: Figure): void {
  const { desk, article } = at
  const { master } = desk.sheet
  const size = figureSize(
    block.image.width,
    block.image.height,
    master.measure,
    (master.lines - CAPTION_LINES) * master.pitch,
    master.pitch,
  )
  const id = at.nextId()
  if (size.width < master.measure / 3) desk.warnings.push({ code: 'typeset/low-resolution', params: { width: block.image.width }, article })
  desk.blocks.push({
    kind: 'figure',
    id,
    section: desk.section,
    article,
    breakBefore: 'none',
    lead: 0,
    image: block.image,
    alt: block.alt,
    ...size,
  })
  if (block.caption === null) return
  const set = flowText([{ text: block.caption }], desk.sheet.styles['figure-caption']?.face ?? 'hei', at.notes)
  desk.blocks.push(textBlock(desk.sheet, desk.section, { id: at.nextId(), style: 'figure-caption', ...set, article }))
}

/** Size on the page: scaled down, never up; with its breath a whole number of lines high, so that the text after it is on the grid again. */
export function figureSize(pixelsWide: number, pixelsHigh: number, measure: Pt, tallest: Pt, pitch: Pt): { width: Pt; height: Pt } {
  const natural = { width: (pixelsWide * 72) / LEAST_DPI, height: (pixelsHigh * 72) / LEAST_DPI }
  const scale = Math.min(1, measure / natural.width, tallest / natural.height)
  const lines = Math.max(1, Math.round((natural.height * scale) / pitch + BREATH))
  const closes = (lines - BREATH) * pitch
  const fitted = Math.min(closes / natural.height, 1, measure / natural.width, tallest / natural.height)
  return { width: natural.width * fitted, height: natural.height * fitted }
}

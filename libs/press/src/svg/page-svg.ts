import type { Art, Color, Faces, GlyphRun, Layout, Pt } from '#lib/typeset'
import { escapeXml } from '../docx/xml-text.js'
import { GlyphStore } from './glyph-store.js'

/** Inks on screen. House: the same as in print. */
const inks: Readonly<Record<Color, string>> = { black: '#000', grey: '#666', red: '#e60012', link: '#05408c' }

export interface PageSvgOptions {
  /** Where a picture can be fetched, by its SHA-256. */
  readonly pictureAddress: (sha256: string) => string
}

/**
 * One page of a layout as an SVG picture, glyph by glyph as the PDF draws it, for previews that follow editing.
 * `number` is the sheet, from 1; a sheet that does not exist is a fault. Not: text to be copied; that is the PDF's work.
 */
export function pageSvg(layout: Layout, number: number, faces: Faces, { pictureAddress }: PageSvgOptions): string {
  const page = layout.pages[number - 1]
  if (page === undefined) throw new Error(`the layout has no sheet ${number}`)
  const glyphs = new GlyphStore(faces, `p${number}g`)
  const art = page.art.map((one) => artSvg(one, pictureAddress))
  const lines = [...page.lines, ...page.furniture].map((line) => line.runs.map((run) => runSvg(run, line.x, line.y, glyphs)).join(''))
  const size = `width="${short(page.width)}pt" height="${short(page.height)}pt" viewBox="0 0 ${short(page.width)} ${short(page.height)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${glyphs.definitions()}</defs><rect width="100%" height="100%" fill="#fff"/>${art.join('')}${lines.join('')}</svg>`
}

function runSvg(run: GlyphRun, x: Pt, y: Pt, glyphs: GlyphStore): string {
  const scale = run.size / glyphs.unitsPerEm(run.face)
  const placed = run.glyphs.map((glyph, index) => {
    const name = glyphs.name(run.face, glyph)
    if (name === null) return ''
    return `<use href="#${name}" x="${short((x + (run.at[index] ?? 0)) / scale)}" y="${short((y - run.rise) / -scale)}"/>`
  })
  const bold = run.embolden > 0 ? ` stroke="${inks[run.color]}" stroke-width="${short(run.embolden / scale)}"` : ''
  const slant = run.slant === 0 ? '' : ` skewX(${short((-Math.atan(run.slant) * 180) / Math.PI)})`
  const underline = run.underline ? underlineSvg(run, x, y) : ''
  return `<g fill="${inks[run.color]}"${bold} transform="scale(${precise(scale)} ${precise(-scale)})${slant}">${placed.join('')}</g>${underline}`
}

function underlineSvg(run: GlyphRun, x: Pt, y: Pt): string {
  const from = x + (run.at[0] ?? 0)
  const to = x + (run.at.at(-1) ?? 0) + run.size
  return lineSvg(from, y + run.size * 0.14, to, y + run.size * 0.14, run.size * 0.05, run.color)
}

function artSvg(art: Art, pictureAddress: PageSvgOptions['pictureAddress']): string {
  if (art.kind === 'rule') return lineSvg(art.x1, art.y1, art.x2, art.y2, art.weight, art.color)
  const place = `x="${short(art.x)}" y="${short(art.y)}" width="${short(art.width)}" height="${short(art.height)}"`
  if (art.kind === 'image') return `<image ${place} preserveAspectRatio="none" href="${escapeXml(pictureAddress(art.sha256))}"/>`
  return `<rect ${place} fill="none" stroke="${inks[art.color]}" stroke-width="${short(art.weight)}"/>`
}

const lineSvg = (x1: Pt, y1: Pt, x2: Pt, y2: Pt, weight: Pt, color: Color): string =>
  `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" stroke="${inks[color]}" stroke-width="${short(weight)}"/>`

const short = (value: number): string => String(Math.round(value * 100) / 100)
const precise = (value: number): string => String(Math.round(value * 1e6) / 1e6)

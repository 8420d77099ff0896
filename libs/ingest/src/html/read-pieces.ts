import { type Block, type Run, runsText, type Warning } from '#lib/editorial'
import { isHan, isWide } from '../forms/characters.js'
import { isTitleLike } from '../forms/numbering.js'
import type { PictureBox } from '../pictures/picture-box.js'
import { type Piece, readyPiece, type TextPiece } from '../piece.js'
import { mergeRuns, sliceRuns, trimRuns } from '../runs.js'
import { type Element, isElement, isText, type Node } from './dom.js'
import { absoluteLink, INLINE, type Look, lookOf } from './inline-look.js'
import { isOnOwnDisk, pictureAddress } from './pictures.js'
import { isDataTable, readTable } from './table.js'

/** State while one body is walked: pieces done, and the paragraph being gathered. */
export interface Walk {
  readonly pieces: Piece[]
  readonly box: PictureBox
  readonly base: string | null
  readonly warnings: Warning[]
  runs: LookedRun[]
  hint: Partial<TextPiece>
}

type LookedRun = Look & { readonly text: string }

const SKIPPED = new Set(['script', 'style', 'noscript', 'head', 'title', 'colgroup', 'col'])
const LEVELS: Readonly<Record<string, 1 | 2 | 3 | 4>> = { h1: 1, h2: 1, h3: 2, h4: 3, h5: 4, h6: 4 }

/** A body as pieces: paragraphs wherever the page breaks lines, tables, pictures, lists and quotations as blocks. */
export function readPieces(element: Element, box: PictureBox, base: string | null): { pieces: Piece[]; warnings: Warning[] } {
  const walk: Walk = { pieces: [], box, base, warnings: [], runs: [], hint: {} }
  walkChildren(element, {}, walk)
  flush(walk)
  return { pieces: walk.pieces, warnings: walk.warnings }
}

function walkChildren(element: Element, look: Look, walk: Walk): void {
  for (const child of element.children as Node[]) {
    if (isText(child)) addText(child.data, look, walk)
    else if (isElement(child)) walkElement(child, look, walk)
  }
}

function walkElement(element: Element, look: Look, walk: Walk): void {
  if (SKIPPED.has(element.name) || isRemark(element)) return
  const inner = lookOf(element, look, (href) => absoluteLink(href, walk.base))
  if (element.name === 'br') flush(walk)
  else if (element.name === 'img') addPicture(element, walk)
  else if (INLINE.has(element.name)) walkChildren(element, inner, walk)
  else {
    flush(walk)
    addBlock(element, inner, walk)
  }
}

function addBlock(element: Element, look: Look, walk: Walk): void {
  const { name } = element
  if (name === 'hr') walk.pieces.push(readyPiece({ kind: 'separator' }))
  else if (name === 'table' && isDataTable(element)) walk.pieces.push(readyPiece(readTable(element, (cell) => runsIn(cell, walk))))
  else if (name === 'ul' || name === 'ol') addList(element, walk)
  else if (name === 'blockquote') addQuote(element, walk)
  else walkBlock(element, look, walk)
}

/** A block element: its text is one paragraph, or more when it holds blocks itself. */
function walkBlock(element: Element, look: Look, walk: Walk): void {
  const level = LEVELS[element.name]
  const declared = outlineOf(element) ?? level
  walk.hint = { ...alignOf(element), ...(declared === undefined ? {} : { level: declared }) }
  walkChildren(element, look, walk)
  flush(walk)
}

/** Word says the level of a heading in its style, whatever the element. */
function outlineOf(element: Element): 1 | 2 | 3 | 4 | undefined {
  const said = Number(/mso-outline-level\s*:\s*([1-9])/i.exec(element.attribs.style ?? '')?.[1])
  return said >= 1 ? (Math.min(said, 4) as 1 | 2 | 3 | 4) : undefined
}

/** Remarks in the margin of a Word text are no part of it. */
const isRemark = (element: Element): boolean => /mso-element\s*:\s*comment/i.test(element.attribs.style ?? '')

function alignOf(element: Element): Partial<TextPiece> {
  const said = `${element.attribs.align ?? ''} ${/text-align\s*:\s*(\w+)/i.exec(element.attribs.style ?? '')?.[1] ?? ''}`.toLowerCase()
  return said.includes('center') ? { align: 'center' } : said.includes('right') ? { align: 'right' } : {}
}

/** Two full-width blanks after a full stop begin a paragraph, even inside one text node. House: seen in TRS and older editors. */
const NEW_PARAGRAPH = /(?<=[。！？”])[\u3000\u00a0]{2,}/

function addText(data: string, look: Look, walk: Walk): void {
  data.split(NEW_PARAGRAPH).forEach((part, index) => {
    if (index > 0) flush(walk)
    const text = part.replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    if (text !== '') walk.runs.push({ ...look, text })
  })
}

/** Ends the paragraph being gathered. */
function flush(walk: Walk): void {
  const typed = typeOf(walk.runs)
  const runs = withoutLabelGap(tidyRuns(walk.runs.map(({ hei: _, size: __, ...run }) => run)))
  const { hint } = walk
  walk.runs = []
  if (runsText(runs).trim() === '') return
  const isTitle = hint.align === 'center' && typed.size >= TITLE_SIZE
  walk.pieces.push(asHeading({ kind: 'text', runs, ...hint, ...(isTitle ? { title: true as const } : {}) }, typed))
  walk.hint = { ...hint, level: undefined }
}

/** Word puts blanks between an automatic number and its text; 一、 and （一） want none. */
function withoutLabelGap(runs: readonly Run[]): Run[] {
  const text = runsText(runs)
  const found = /^([一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[\s\u00a0]+/.exec(text)
  if (found?.[1] === undefined) return [...runs]
  return [...sliceRuns(runs, 0, found[1].length), ...sliceRuns(runs, found[0].length, text.length)]
}

/** White space of the source is one blank; a line break of the source between Chinese characters is nothing. */
function tidyRuns(runs: readonly Run[]): Run[] {
  const joined = mergeRuns(
    runs.map((run) => ({ ...run, text: run.text.replace(/[ \t\f\r]*[\r\n][\s]*/g, '\n').replace(/[ \t\f]+/g, ' ') })),
  )
  const whole = runsText(joined)
  let start = 0
  const tidied = joined.map((run) => {
    const from = start
    start += run.text.length
    return emphasised({ ...run, text: run.text.replace(/\n/g, (_, at: number) => (isInsideChinese(whole, from + at) ? '' : ' ')) })
  })
  return trimRuns(tidied)
}

const isInsideChinese = (text: string, at: number): boolean =>
  isWide(text.slice(0, at).trimEnd().at(-1) ?? '') && isWide(text.slice(at).trimStart()[0] ?? '')

/** Slanted Chinese is 楷体. */
const emphasised = (run: Run): Run => {
  if (run.italic !== true || ![...run.text].some(isHan)) return run
  return { ...run, italic: undefined, kai: true }
}

/** How the whole of a paragraph is set. */
interface Type {
  readonly hei: boolean
  readonly kai: boolean
  /** Points of the largest type. */
  readonly size: number
}

/** House: official titles are 22 pt; anything centred of 18 pt and more is a title. Points. */
const TITLE_SIZE = 18

function typeOf(runs: readonly LookedRun[]): Type {
  const filled = runs.filter((run) => run.text.trim() !== '')
  const every = (test: (run: LookedRun) => boolean): boolean => filled.length > 0 && filled.every(test)
  return {
    hei: every((run) => run.hei === true),
    kai: every((run) => run.kai === true),
    size: Math.max(0, ...filled.map((run) => run.size ?? 0)),
  }
}

/** House: a whole line in bold that could be a heading is one; pages rarely use heading elements. */
function asHeading(piece: TextPiece, type: Type): TextPiece {
  const text = runsText(piece.runs).trim()
  const bold = piece.runs.every((run) => run.bold === true || run.text.trim() === '')
  const byFace = piece.align === undefined ? (type.hei ? 1 : type.kai ? 2 : undefined) : undefined
  if (!bold && piece.level === undefined && byFace === undefined) return piece
  if (!isTitleLike(text) || /^[（(](?![一二三四五六七八九十])/.test(text)) return { ...piece, level: undefined }
  const runs = piece.runs.map((run) => ({ ...run, bold: undefined, kai: undefined }))
  return { ...piece, runs, level: piece.title ? undefined : (piece.level ?? byFace ?? 1) }
}

function addPicture(element: Element, walk: Walk): void {
  const address = pictureAddress(element, walk.base)
  if (isOnOwnDisk(element) && !walk.warnings.some((one) => one.code === 'ingest/picture-left-behind'))
    walk.warnings.push({ code: 'ingest/picture-left-behind' })
  if (address === null) return
  const hint = walk.hint
  flush(walk)
  walk.hint = hint
  const image = walk.box.at(address)
  if (image !== null) walk.pieces.push(readyPiece({ kind: 'figure', image, caption: null, alt: element.attribs.alt ?? '' }))
}

/** Runs of an element taken by itself, as for a table cell. */
function runsIn(element: Element, walk: Walk): readonly Run[] {
  const inner: Walk = { pieces: [], box: walk.box, base: walk.base, warnings: walk.warnings, runs: [], hint: {} }
  walkChildren(element, {}, inner)
  flush(inner)
  const texts = inner.pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.runs] : []))
  return texts.flatMap((runs, index) => (index === 0 ? runs : [{ text: '' }, ...runs]))
}

function addQuote(element: Element, walk: Walk): void {
  const start = walk.pieces.length
  walkChildren(element, {}, walk)
  flush(walk)
  for (let at = start; at < walk.pieces.length; at += 1) {
    const piece = walk.pieces[at]
    if (piece?.kind === 'text' && piece.level === undefined) walk.pieces[at] = readyPiece({ kind: 'quote', runs: piece.runs })
  }
}

/** A list whose items are lines; an item of several paragraphs is paragraphs with its mark before the first. */
function addList(element: Element, walk: Walk, level = 0): void {
  const items: { label: string; level: number; runs: readonly Run[] }[] = []
  let number = Number(element.attribs.start ?? 1) || 1
  for (const child of (element.children as Node[]).filter(isElement)) {
    if (child.name !== 'li') continue
    items.push({ label: element.name === 'ol' ? `${number}.` : '•', level, runs: runsIn(child, walk) })
    number += 1
  }
  const filled = items.filter((item) => runsText(item.runs).trim() !== '')
  const block: Block = { kind: 'list', items: filled }
  if (filled.length > 0) walk.pieces.push(readyPiece(block))
}

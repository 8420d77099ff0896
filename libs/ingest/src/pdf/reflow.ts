import type { Run } from '#lib/editorial'
import { endsSentence } from '../forms/characters.js'
import { type Piece, readyPiece, type TextPiece } from '../piece.js'
import { mergeRuns, trimRuns } from '../runs.js'
import { joinTexts } from '../text/restore-paragraphs.js'
import { type Margins, marginsOf } from './margins.js'
import { type PdfLine, usualSize } from './page-lines.js'
import type { PdfPicture } from './page-pictures.js'

/** House: collect-and-proof §2.2, in em. */
const INDENT = { least: 1.3, most: 2.9 }
const SHORT = 1.6
/** House: where paragraphs are not indented but spaced, they lie this many times the leading apart. */
const SPACED = 1.4
const CENTRED = { least: 1.5, off: 1.4 }
const RIGHT = { indent: 6, short: 6 }
/** House: type of another size is another paragraph; 18 pt and more, centred, is a title. Points. */
const OTHER_SIZE = 0.08
const TITLE_SIZE = 18
/** House: titles are set at least an eighth larger than the text. */
const LARGER = 1.12

interface Placed extends PdfLine {
  /** From the margins, in em of the line. */
  readonly indent: number
  readonly short: number
  readonly align: 'center' | 'right' | null
}

/** Lines of type as the paragraphs they are, across page ends, each picture after the paragraph it stands in or under. */
export function reflow(lines: readonly PdfLine[], pictures: readonly PdfPicture[] = []): Piece[] {
  return paragraphs(lines).flatMap(({ piece, lines: own }, index, all) => {
    const next = all[index + 1]?.lines[0]
    const before = index === 0 ? pictures.filter((picture) => isBefore(picture, own[0])) : []
    const after = pictures.filter((picture) => !isBefore(picture, own[0]) && (next === undefined || isBefore(picture, next)))
    return [...before.map(figure), piece, ...after.map(figure)]
  })
}

const isBefore = (picture: PdfPicture, line: PdfLine | undefined): boolean =>
  line !== undefined && (picture.page < line.page || (picture.page === line.page && picture.top > line.y))

const figure = ({ image }: PdfPicture): Piece => readyPiece({ kind: 'figure', image, caption: null, alt: '' })

function paragraphs(lines: readonly PdfLine[]): Sized[] {
  const margins = marginsOf(lines)
  const pieces: Sized[] = []
  let open: Placed[] = []
  const put = (more: Partial<TextPiece> = {}): void => {
    if (open.length > 0) pieces.push({ piece: { ...toPiece(open), ...more }, lines: open })
    open = []
  }
  let last: Placed | undefined
  const usual = usualSize(lines)
  const leading = leadingOf(lines)
  for (const line of lines.map((one) => place(one, margins.get(one.page), usual))) {
    const continues = last !== undefined && goesOnCentred(last, line)
    if (last === undefined || continues || breaks(last, line) || isSpaced(last, line, leading)) put()
    open.push(line)
    last = line
    if (continues) put({ continues: true })
  }
  put()
  return withKickers(pieces)
}

interface Sized {
  readonly piece: TextPiece
  readonly lines: readonly PdfLine[]
}

/** A smaller title right over a larger one is its kicker. */
const withKickers = (pieces: readonly Sized[]): Sized[] =>
  pieces.map(({ piece, lines }, index) => {
    if (piece.title !== true) return { piece, lines }
    const size = lines[0]?.size ?? 0
    const next = pieces.slice(index).find((one) => one.piece.title !== true || (one.lines[0]?.size ?? 0) > (1 + OTHER_SIZE) * size)
    const isOver = next?.piece.title === true && next.lines[0]?.page === lines[0]?.page
    return { piece: isOver ? { ...piece, kicker: true as const } : piece, lines }
  })

/** A large line is centred even where it fills the measure: titles run from margin to margin. */
function place(line: PdfLine, margins: Margins | undefined, usual: number): Placed {
  const indent = (line.x0 - (margins?.left ?? line.x0)) / line.size
  const short = ((margins?.right ?? line.x1) - line.x1) / line.size
  const isLarge = line.size >= TITLE_SIZE && line.size > LARGER * usual
  const least = isLarge ? -CENTRED.off : CENTRED.least
  const centred = indent > least && short > least && Math.abs(indent - short) < CENTRED.off
  const right = !centred && indent > RIGHT.indent && short < RIGHT.short
  return { ...line, indent, short, align: centred ? 'center' : right ? 'right' : null }
}

function breaks(last: Placed, line: Placed): boolean {
  if (last.align !== line.align || line.align !== null) return true
  if (Math.abs(last.size - line.size) > OTHER_SIZE * line.size) return true
  if (line.indent > INDENT.least) return line.indent < INDENT.most || !isHanging(last, line)
  if (last.short > SHORT && (last.short > 2 * SHORT || endsSentence(last.text))) return true
  return isContentsLine(last.text) || line.text.includes('\t') || /^【[^】]{2,12}】$/.test(line.text.trim())
}

/** A full line that ends its sentence, and room above the next one. */
const isSpaced = (last: Placed, line: Placed, leading: number): boolean =>
  endsSentence(last.text) && last.page === line.page && last.y - line.y > SPACED * leading

/** The distance of lines that lie close, in points: most lines of a text do. */
function leadingOf(lines: readonly PdfLine[]): number {
  const gaps = lines.flatMap((line, at) => {
    const above = lines[at - 1]
    return above?.page === line.page && above.y > line.y ? [above.y - line.y] : []
  })
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 5)] ?? Number.POSITIVE_INFINITY
}

/** A second line set in further than the first belongs to it, as in lists. */
const isHanging = (last: Placed, line: Placed): boolean => line.indent > last.indent && last.short < SHORT

const isContentsLine = (text: string): boolean => /(?:[.．·…]{2,}|\t)\s*\d{1,3}$/.test(text)

/** Titles are broken over centred lines of one size. */
const goesOnCentred = (last: Placed, line: Placed): boolean =>
  last.align === 'center' &&
  line.align === 'center' &&
  last.page === line.page &&
  Math.abs(last.size - line.size) < OTHER_SIZE * line.size &&
  line.size >= TITLE_SIZE &&
  last.y - line.y < 2.4 * line.size

function toPiece(lines: readonly Placed[]): TextPiece {
  const [first] = lines
  const runs = lines
    .map((line) => line.runs)
    .reduce<readonly Run[]>((joined, next) => (joined.length === 0 ? next : joinRuns(joined, next)), [])
  const isTitle = first?.align === 'center' && first.size >= TITLE_SIZE
  return {
    kind: 'text',
    runs: trimRuns(mergeRuns(runs)),
    ...(first?.align == null ? {} : { align: first.align }),
    ...(isTitle ? { title: true as const } : {}),
  }
}

function joinRuns(left: readonly Run[], right: readonly Run[]): readonly Run[] {
  const before = left.map((run) => run.text).join('')
  const after = right.map((run) => run.text).join('')
  const joined = joinTexts(before, after)
  if (joined.length < before.length + after.length)
    return [...left.slice(0, -1), { ...left.at(-1), text: (left.at(-1)?.text ?? '').slice(0, -1) }, ...right]
  return joined.length > before.length + after.length ? [...left, { text: ' ' }, ...right] : [...left, ...right]
}

import { type Run, runsText } from '#lib/editorial'
import { isTitleLike, readNumbering } from '../forms/numbering.js'
import type { PictureBox } from '../pictures/picture-box.js'
import { readyPiece, type TextPiece } from '../piece.js'
import { trimRuns } from '../runs.js'
import { type Inside, isHei, isKai, readInside, toRuns, type WordRun } from './read-runs.js'
import { merge, type ParagraphLook, readParagraphLook } from './styles.js'
import type { WordFile } from './word-file.js'
import type { WordPiece } from './word-piece.js'
import { readTable } from './word-table.js'
import { child, childrenNamed, elementsOf, value, type XmlElement } from './xml.js'

/** The body of a Word file as pieces, in order. */
export function readBodyPieces(file: WordFile, box: PictureBox): WordPiece[] {
  return piecesIn(file.body, file, box)
}

function piecesIn(element: XmlElement, file: WordFile, box: PictureBox): WordPiece[] {
  const out: WordPiece[] = []
  walkBlocks(element, file, box, out)
  return out
}

/** Blocks may stand inside content controls and other wrappings. */
function walkBlocks(element: XmlElement, file: WordFile, box: PictureBox, out: WordPiece[]): void {
  for (const one of elementsOf(element)) {
    if (one.name === 'w:p') out.push(...readParagraph(one, file, box))
    else if (one.name === 'w:tbl') out.push(...readTable(one, (cell) => piecesIn(cell, file, box)))
    else if (['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag'].includes(one.name)) walkBlocks(one, file, box, out)
  }
}

function readParagraph(paragraph: XmlElement, file: WordFile, box: PictureBox): WordPiece[] {
  const properties = child(paragraph, 'w:pPr')
  const named = value(properties, 'w:pStyle')
  const style = file.styles.byId.get(named ?? '') ?? file.styles.standard
  const look = merge(style.paragraph, readParagraphLook(properties))
  const inside = [...readInside(paragraph, style.run, file), ...textBoxes(paragraph, style.run, file)]
  const label =
    look.numId === undefined || look.numId === '0'
      ? null
      : file.numbers.next(look.numId, look.numLevel ?? file.numbers.levelOf(look.numId, named))
  const lines = splitAtBreaks(inside).flatMap((part, index) => readLine(part, look, index === 0 ? label : null, file, box))
  return look.align === 'center' || lines.some(({ piece }) => piece.kind === 'text' && piece.level !== undefined)
    ? lines.map(asContinued)
    : lines
}

/** Text boxes stand beside their paragraph; their text follows it. */
function textBoxes(paragraph: XmlElement, base: WordRun['look'], file: WordFile): Inside[] {
  const found: Inside[] = []
  const search = (element: XmlElement): void => {
    for (const one of elementsOf(element)) {
      if (one.name === 'mc:Fallback') continue
      if (one.name === 'w:txbxContent')
        for (const inner of childrenNamed(one, 'w:p')) found.push({ kind: 'break' }, ...readInside(inner, base, file))
      else search(one)
    }
  }
  search(paragraph)
  return found
}

/** Line ends in a centred paragraph or a heading only make it look well; elsewhere they part paragraphs. */
function asContinued(line: WordPiece, index: number): WordPiece {
  return index === 0 || line.piece.kind !== 'text' ? line : { ...line, piece: { ...line.piece, continues: true } }
}

function splitAtBreaks(inside: readonly Inside[]): Inside[][] {
  const parts: Inside[][] = [[]]
  for (const one of inside) {
    if (one.kind === 'break') parts.push([])
    else parts.at(-1)?.push(one)
  }
  return parts
}

function readLine(inside: readonly Inside[], look: ParagraphLook, label: string | null, file: WordFile, box: PictureBox): WordPiece[] {
  const pictures = inside.flatMap((one): WordPiece[] => {
    if (one.kind !== 'picture') return []
    const bytes = file.parts.get(one.part)
    const image = bytes === undefined ? null : box.keep(bytes, one.part)
    return image === null ? [] : [{ piece: readyPiece({ kind: 'figure', image, caption: null, alt: one.alt }), size: 0, isTitle: false }]
  })
  const runs = inside.flatMap((one) => (one.kind === 'run' ? [one.run] : []))
  const first = runs.find((run) => run.text.trim() !== '')
  if (first === undefined) return pictures
  const labelled = label === null ? runs : [{ text: isSpaced(label) ? `${label} ` : label, look: first.look }, ...runs]
  return [asPiece(labelled, look), ...pictures]
}

/** 1. and • want a blank before their text, 一、 and （一） do not. */
const isSpaced = (label: string): boolean => /[\da-zA-Z.•]$/.test(label)

/** A tab is a blank, but in a line of contents, where the page number follows it. */
function withoutTabs(runs: readonly Run[]): Run[] {
  const isContents = /\t\s*\d{1,3}$/.test(runsText(runs))
  return isContents ? [...runs] : runs.map((run) => ({ ...run, text: run.text.replace(/\t/g, ' ') }))
}

/** House: in official documents 黑体 lines are first-level headings, 楷体 lines second-level; heading styles are rare. */
function asPiece(runs: readonly WordRun[], look: ParagraphLook): WordPiece {
  const filled = runs.filter((run) => run.text.trim() !== '')
  const text = filled
    .map((run) => run.text)
    .join('')
    .trim()
  const every = (test: (run: WordRun) => boolean): boolean => filled.every(test)
  const uniform = every((run) => isHei(run.look)) || every((run) => isKai(run.look)) || every((run) => run.look.bold === true)
  const level = isTitleLike(text) && (!/^[（(]/.test(text) || readNumbering(text) !== null) ? levelOf(look, every) : undefined
  const piece: TextPiece = {
    kind: 'text',
    runs: withoutTabs(trimRuns(toRuns(runs, uniform && (level !== undefined || look.align === 'center')))),
    ...(look.align === undefined ? {} : { align: look.align }),
    ...(level === undefined ? {} : { level }),
  }
  const size = Math.max(...filled.map((run) => run.look.size ?? USUAL_SIZE))
  const isTitle = look.isTitle === true || (look.align === 'center' && size >= TITLE_SIZE)
  return { piece: isTitle ? { ...piece, title: true } : piece, size, isTitle }
}

/** Half-points. Source: ECMA-376-1 17.3.2.38, the size where none is said is 10 pt; Word's Chinese templates say 10.5. */
const USUAL_SIZE = 21
/** House: official titles are 2号 (22 pt); anything centred of 18 pt and more is a title. Half-points. */
const TITLE_SIZE = 36

function levelOf(look: ParagraphLook, every: (test: (run: WordRun) => boolean) => boolean): 1 | 2 | 3 | 4 | undefined {
  if (look.outline !== undefined && look.isTitle !== true) return Math.min(look.outline, 4) as 1 | 2 | 3 | 4
  if (look.align !== undefined) return undefined
  if (every((run) => isHei(run.look))) return 1
  if (every((run) => isKai(run.look))) return 2
  return every((run) => run.look.bold === true) ? 1 : undefined
}

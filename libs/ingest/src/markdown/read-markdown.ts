import { type Block, type Cell, type Manuscript, type Provenance, type Run, runsText, type Warning } from '#lib/editorial'
import { finishManuscript } from '../finish-manuscript.js'
import { readDateText } from '../forms/date-text.js'
import { recogniseBlocks } from '../forms/recognise-blocks.js'
import { type Attachments, PictureBox } from '../pictures/picture-box.js'
import { type Piece, readyPiece } from '../piece.js'
import { readFence } from './fences.js'
import { type Head, readFrontMatter } from './front-matter.js'
import { type InlinePicture, readInline } from './inline.js'
import { type Align, joinLines, type MarkdownBlock, markdownBlocks } from './lines.js'

/** Pieces, footnotes and warnings as they gather while a body is read. */
interface Desk {
  readonly pieces: Piece[]
  readonly notes: Record<string, readonly Run[]>
  readonly warnings: Warning[]
  readonly box: PictureBox
}

/** What a Markdown text holds, before anything is recognised. */
export interface MarkdownText extends Desk {
  readonly head: Head
  readonly provenance: readonly Provenance[]
}

/** An article written in the Markdown of libs/ingest/README.md, its pictures taken from `attachments` by the address written in the text. */
export function readMarkdown(text: string, attachments: Attachments = {}): Manuscript {
  const { head, provenance, pieces, notes, warnings, box } = readArticleText(text, attachments)
  const first = pieces[0]
  const titled = head.title === '' && first?.kind === 'text' && first.level !== undefined ? runsText(first.runs) : null
  const blocks = recogniseBlocks(titled === null ? pieces : pieces.slice(1))
  const signed = blocks.find((block) => block.kind === 'signature')?.date ?? null
  const documentDate = head.documentDate ?? (signed === null || head.documentNumber === null ? null : readDateText(signed))
  return finishManuscript({
    content: { ...head, title: titled ?? head.title, documentDate, blocks, notes },
    provenance: titled === null ? provenance : [...provenance, { field: 'title', from: 'heading #' }],
    warnings: [...warnings, ...box.warnings],
    pictures: box.pictures,
  })
}

/** Reads a Markdown text into pieces. Refuses front matter that cannot be read. */
export function readArticleText(text: string, attachments: Attachments = {}): MarkdownText {
  const { head, provenance, body } = readFrontMatter(text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, ''))
  const desk: Desk = { pieces: [], notes: {}, warnings: [], box: new PictureBox(attachments) }
  for (const block of markdownBlocks(body)) layOn(desk, block)
  return { ...desk, head, provenance }
}

function layOn(desk: Desk, block: MarkdownBlock): void {
  if (block.kind === 'paragraph') addText(desk, joinLines(block.lines))
  else if (block.kind === 'heading') addText(desk, block.text, block.level)
  else if (block.kind === 'quote') addQuotes(desk, block.lines)
  else if (block.kind === 'fence') addFence(desk, block.name, block.lines)
  else if (block.kind === 'note') desk.notes[block.key] = readInline(block.text).runs
  else add(desk, readyBlock(block))
}

function readyBlock(block: Extract<MarkdownBlock, { kind: 'rule' | 'list' | 'table' }>): Block {
  if (block.kind === 'rule') return { kind: 'separator' }
  if (block.kind === 'table') return { kind: 'table', caption: null, headerRows: 1, rows: tableRows(block.rows, block.aligns), note: null }
  return { kind: 'list', items: block.items.map((item) => ({ label: '•', level: item.level, runs: readInline(item.text).runs })) }
}

const add = (desk: Desk, block: Block): void => {
  desk.pieces.push(readyPiece(block))
}

function addText(desk: Desk, text: string, level?: 1 | 2 | 3 | 4): void {
  const { runs, pictures } = readInline(text)
  if (runs.length > 0) desk.pieces.push({ kind: 'text', runs, ...(level === undefined ? {} : { level }) })
  for (const picture of pictures) addFigure(desk, picture)
}

function addFigure(desk: Desk, picture: InlinePicture): void {
  const image = desk.box.at(picture.address)
  if (image !== null) add(desk, { kind: 'figure', image, caption: picture.title, alt: picture.alt })
  else if (picture.title !== null) desk.pieces.push({ kind: 'text', runs: [{ text: picture.title }] })
}

/** Paragraphs of a quotation are parted by an empty `>` line. */
function addQuotes(desk: Desk, lines: readonly string[]): void {
  let paragraph: string[] = []
  for (const line of [...lines, '']) {
    if (line.trim() !== '') paragraph.push(line)
    else if (paragraph.length > 0) {
      add(desk, { kind: 'quote', runs: readInline(joinLines(paragraph)).runs })
      paragraph = []
    }
  }
}

function addFence(desk: Desk, name: string, lines: readonly string[]): void {
  const blocks = readFence(name, lines)
  for (const block of blocks ?? []) add(desk, block)
  if (blocks !== null) return
  desk.warnings.push({ code: 'ingest/unknown-fence', params: { name } })
  for (const line of lines) if (line.trim() !== '') addText(desk, line)
}

/** Numbers stand right, words left, heads in the middle, unless the rule under the head says otherwise. */
function tableRows(rows: readonly (readonly string[])[], aligns: readonly Align[]): Cell[][] {
  const columns = Math.max(...rows.map((row) => row.length))
  return rows.map((row, index) =>
    Array.from({ length: columns }, (_, column) => ({
      runs: readInline(row[column] ?? '').runs,
      align: index === 0 ? 'center' : (aligns[column] ?? 'left'),
    })),
  )
}

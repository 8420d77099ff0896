import { type ArticleContent, type Block, blockShape, blockText, fitTexts, type List, type Table, webAddress } from '#lib/editorial'
import { fitRuns, type NoteNames, noteNames, textPieces } from './fit-runs.js'
import { mapRuns } from './tidy/map-runs.js'

export interface Fitted {
  readonly content: ArticleContent
  /** Where each block of what was read begins now. */
  readonly places: readonly number[]
  /** Whether something had to become plain paragraphs, or was cut. */
  readonly changed: boolean
}

/** What one article may hold. Source: libs/editorial/src/wire/blocks.ts and content.ts. */
const MOST = { items: 2000, level: 8, rows: 2000, columns: 100, title: 500, source: 200 }

/**
 * What was read, as it can be stored: long tables and lists in parts, addresses that are none without their link, notes under names that can be
 * kept; whatever else no article can hold becomes plain paragraphs. Nothing of the text is lost but ends of titles beyond any title.
 */
export function fitContent(read: ArticleContent): Fitted {
  const given = fitTexts(read)
  const names = noteNames(given.notes)
  const parts = given.blocks.map((block) => fitBlock(block, names))
  let at = 0
  const places = parts.map((part) => {
    const place = at
    at += part.length
    return place
  })
  const notes = Object.fromEntries(Object.entries(given.notes).map(([key, runs]) => [names.get(key) ?? key, fitRuns(runs, new Map())]))
  const head = fitHead(given)
  const changed =
    parts.some((part, index) => part.length !== 1 || part[0]?.kind !== given.blocks[index]?.kind) || head.title !== given.title
  return { content: { ...given, ...head, blocks: parts.flat(), notes }, places, changed }
}

function fitHead(content: ArticleContent): Pick<ArticleContent, 'title' | 'subtitle' | 'author' | 'source' | 'documentNumber' | 'url'> {
  const short = (text: string | null, most: number): string | null => (text !== null && [...text].length > most ? null : text)
  return {
    title: [...content.title].length > MOST.title ? `${[...content.title].slice(0, MOST.title - 1).join('')}…` : content.title,
    subtitle: short(content.subtitle, MOST.title),
    author: short(content.author, MOST.title),
    source: short(content.source, MOST.source),
    documentNumber: short(content.documentNumber, MOST.source),
    url: content.url !== null && webAddress.safeParse(content.url).success ? content.url : null,
  }
}

const fits = (block: Block): boolean => blockShape.safeParse(block).success

function fitBlock(read: Block, names: NoteNames): Block[] {
  const block = mapRuns(read, (runs) => fitRuns(runs, names))
  if (fits(block)) return [block]
  const parts = block.kind === 'list' ? listParts(block) : block.kind === 'table' ? tableParts(block) : []
  return parts.length > 0 && parts.every(fits) ? parts : plainParagraphs(block)
}

function* chunks<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}

const listParts = (list: List): Block[] =>
  [...chunks(list.items, MOST.items)].map((items) => ({
    kind: 'list',
    items: items.map((item) => ({ ...item, level: Math.min(item.level, MOST.level) })),
  }))

function tableParts(table: Table): Block[] {
  const parts = [...chunks(table.rows, MOST.rows)]
  return parts.map((rows, index) => ({
    kind: 'table',
    caption: index === 0 ? table.caption : null,
    headerRows: index === 0 ? table.headerRows : 0,
    rows: rows.map((row) => row.map(({ rowSpan, ...cell }) => (rowSpan === undefined || parts.length > 1 ? cell : { ...cell, rowSpan }))),
    note: index === parts.length - 1 ? table.note : null,
  }))
}

/** The words of a block line by line; a picture that cannot be kept leaves its caption. */
const plainParagraphs = (block: Block): Block[] =>
  blockText(block)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', runs: textPieces({ text: line }) }))

import { type ArticleContent, type Manuscript, type Provenance, type Run, runsText, type Warning } from '#lib/editorial'
import { readHead } from './bulletin/article-head.js'
import { type TitleText, titleFrom } from './bulletin/title-text.js'
import { comparable } from './forms/characters.js'
import { readDateText } from './forms/date-text.js'
import { isTitleLike, readNumbering } from './forms/numbering.js'
import { recogniseBlocks } from './forms/recognise-blocks.js'
import { readSourceLine } from './forms/source-forms.js'
import type { Piece } from './piece.js'
import { missing } from './text/read-text.js'

/** What a reader knows before the body is recognised. */
export interface Known {
  readonly title?: string | null
  readonly source?: string | null
  readonly sourceDate?: string | null
  readonly author?: string | null
  readonly documentNumber?: string | null
  readonly documentDate?: string | null
  readonly url?: string | null
  readonly provenance?: readonly Provenance[]
  readonly warnings?: readonly Warning[]
  readonly notes?: Readonly<Record<string, readonly Run[]>>
  /** How many leading pieces are the title, where the format shows it. */
  readonly titlePieces?: number
}

type Content = Pick<Manuscript, 'content' | 'provenance' | 'warnings'>

/** Title, head and body out of pieces: what the format or the page said goes before what the lines say. */
export function assemble(pieces: readonly Piece[], known: Known): Content {
  const start = titleEnd(pieces, known)
  const title = titleOf(pieces, start, known)
  const lines = pieces.slice(start).map((piece, index) => ({ number: start + index + 1, text: textOf(piece) ?? '' }))
  const head = readHead(lines, (number) => `第 ${number} 段`)
  const body = pieces.slice(start + head.used)
  const closing = known.source == null && head.fields.source === null ? closingSource(body) : null
  const blocks = recogniseBlocks(closing?.complete ? body.filter((_, index) => index !== closing.index) : body)
  const signed = blocks.find((block) => block.kind === 'signature')?.date ?? null
  const content: ArticleContent = {
    title: title.title,
    subtitle: title.subtitle ?? head.fields.subtitle,
    author: known.author ?? title.author ?? head.fields.author,
    source: known.source ?? head.fields.source ?? closing?.source ?? null,
    sourceDate: known.sourceDate ?? head.fields.sourceDate ?? closing?.date ?? null,
    url: known.url ?? null,
    documentNumber: head.fields.documentNumber ?? known.documentNumber ?? null,
    documentDate: known.documentDate ?? head.fields.documentDate ?? (signed === null ? null : readDateText(signed)),
    blocks,
    notes: known.notes ?? {},
  }
  const said = new Set((known.provenance ?? []).map((one) => one.field))
  const titled: Provenance[] = start > 0 && !said.has('title') ? [{ field: 'title', from: '第 1 段' }] : []
  return {
    content,
    provenance: [...(known.provenance ?? []), ...titled, ...head.provenance.filter((one) => !said.has(one.field))],
    warnings: [...(known.warnings ?? []), ...missing(content)],
  }
}

const textOf = (piece: Piece | undefined): string | null => (piece?.kind === 'text' ? runsText(piece.runs).trim() : null)

/** How many pieces at the front are the title, told by the format, by the page's title, or by their look. */
function titleEnd(pieces: readonly Piece[], known: Known): number {
  if (known.titlePieces !== undefined && known.titlePieces > 0) return known.titlePieces
  if (known.title != null) return repeatedTitle(pieces, known.title)
  const first = textOf(pieces[0])
  return first !== null && isTitleLine(first) ? 1 : 0
}

const isTitleLine = (text: string): boolean =>
  (isTitleLike(text) || (text.length <= 60 && !/[。；！]/.test(text.replace(/《[^》]*》|“[^”]*”/g, '')))) &&
  readNumbering(text) === null &&
  !/[：:，]$/.test(text)

/** Bodies often begin by repeating the title, on one or two lines. */
function repeatedTitle(pieces: readonly Piece[], title: string): number {
  let joined = ''
  for (let used = 1; used <= 3 && used <= pieces.length; used += 1) {
    joined += comparable(textOf(pieces[used - 1]) ?? '')
    if (joined === comparable(title)) return used
  }
  return 0
}

function titleOf(pieces: readonly Piece[], start: number, known: Known): TitleText {
  if (known.title != null) return { title: known.title, subtitle: null, author: null }
  if (start === 0) return { title: '', subtitle: null, author: null }
  return titleFrom(
    pieces.slice(0, start).map((piece) => ({ text: textOf(piece) ?? '', isKicker: piece.kind === 'text' && piece.kicker === true })),
    null,
  )
}

function closingSource(body: readonly Piece[]): { source: string; date: string | null; complete: boolean; index: number } | null {
  for (let index = body.length - 1; index >= Math.max(0, body.length - 3); index -= 1) {
    const found = readSourceLine(textOf(body[index]) ?? '')
    if (found !== null) return { ...found, index }
  }
  return null
}

import { runsText } from '#lib/editorial'
import { emWidth } from '../forms/characters.js'
import type { Piece } from '../piece.js'

/** One physical line that is not blank. */
export interface TextLine {
  /** Counted from 1, blank lines too. */
  readonly number: number
  readonly text: string
  /** Leading blanks in em. */
  readonly indent: number
  /** Width without the indent, in em. */
  readonly width: number
  /** Whether a blank line, or the end, follows. */
  readonly blankAfter: boolean
  /** What a format with paragraphs of its own says of it. */
  readonly piece?: Piece
}

/** Physical lines as editors count them: CRLF and lone CR are one line end; a form feed is a page break and no line end. */
export const physicalLines = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')

/** The lines that are not blank. */
export function textLines(text: string): TextLine[] {
  const lines = physicalLines(text).map((line) => line.replace(/\f/g, ' '))
  return lines.flatMap((line, index) => {
    const trimmed = line.trim()
    if (trimmed === '') return []
    const lead = line.slice(0, line.length - line.trimStart().length)
    const blankAfter = (lines[index + 1] ?? '').trim() === ''
    return [{ number: index + 1, text: trimmed, indent: leadWidth(lead), width: emWidth(trimmed), blankAfter }]
  })
}

const leadWidth = (lead: string): number => [...lead.replace(/\t/g, '    ')].reduce((sum, char) => sum + (char === '\u3000' ? 1 : 0.5), 0)

/** Stands where a table or a picture stands among lines: no form of any line is like it. */
const OBJECT = '\ufffc'

/** Paragraphs of a format that has them, as lines: one each, numbered from 1. */
export function pieceLines(pieces: readonly Piece[]): TextLine[] {
  return pieces.map((piece, index) => {
    const text = piece.kind === 'text' ? runsText(piece.runs).trim() : OBJECT
    return { number: index + 1, text, indent: 0, width: emWidth(text), blankAfter: true, piece }
  })
}

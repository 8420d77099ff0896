import type { TextBlock } from '../layout.js'
import type { Twips } from './measures.js'
import { BLANK, DASH, GLUE, HAN, NOT_FIRST, NOT_LAST, SQUARE, WESTERN, wordClasses } from './word-classes.js'
import { wordWidths } from './word-widths.js'

/** How wide Word's lines are and how its characters are set. */
export interface WordMeasure {
  readonly width: Twips
  /** What the first line is shorter by. */
  readonly indent: Twips
  readonly em: Twips
  /** Added to every character. */
  readonly tracking: Twips
  /** Blank Word sets between Han and Western text, in em. */
  readonly gap: number
}

/** Raised and lowered text. House: Word draws it at 65 % (measured by others on Word 2016). */
const RAISED = 0.65

/** Less than Word's own unit. */
const TOLERANCE = 0.01

/** A Han character, and nothing else. */
const PLAIN = HAN | SQUARE

const NEWLINE = 0x0a
const HYPHEN = 0x2d

/**
 * Offsets at which Word begins lines: the first at 0, each as full as it will go, none beginning or ending with what the lists forbid.
 * Blanks hang over the edge; what is wider than a line is parted anywhere; demanded breaks are kept.
 * Not: the squeezing of word blanks on justified lines, hyphenation.
 */
export function breakLikeWord(block: Pick<TextBlock, 'text' | 'runs' | 'breaks'>, measure: WordMeasure): number[] {
  const line = new OpenLine(measure)
  for (const run of block.runs) line.add(block.text, run.from, run.to, run.position === undefined ? 1 : RAISED, block.breaks)
  return line.starts
}

/** Whether a line may begin with the second of two neighbours. */
const opens = (before: number, after: number, code: number): boolean => {
  if ((after & BLANK) !== 0 || ((before | after) & GLUE) !== 0) return false
  if ((before & BLANK) !== 0) return true
  if ((after & NOT_FIRST) !== 0 || (before & NOT_LAST) !== 0) return false
  return ((before | after) & SQUARE) !== 0 || ((before & DASH) !== 0 && code !== HYPHEN && !(code >= 0x30 && code <= 0x39))
}

const stand = (before: number, after: number): boolean =>
  ((before & HAN) !== 0 && (after & WESTERN) !== 0) || ((before & WESTERN) !== 0 && (after & HAN) !== 0)

/** The line being filled. */
class OpenLine {
  readonly starts: number[] = [0]
  private start = 0
  private position = 0
  private room: Twips
  private chance = 0
  private atChance = 0
  private before = 0

  constructor(private readonly measure: WordMeasure) {
    this.room = measure.width - measure.indent + TOLERANCE
  }

  add(text: string, from: number, to: number, scale: number, breaks: readonly number[] | undefined): void {
    const { em, tracking, gap } = this.measure
    const unit = (em * scale) / 1000
    let before = this.before
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      const kind = wordClasses[code]!
      if (at > 0 && (code === NEWLINE || breaks?.includes(at) === true)) this.turn(code === NEWLINE ? at + 1 : at, 0)
      const width = wordWidths[code]! * unit + tracking
      let { position } = this
      if (at > this.start) {
        // Two Han: no gap, and the line may be parted between them.
        const plain = kind === PLAIN && before === PLAIN
        if (!plain && stand(before, kind)) position += gap * em
        if (plain || opens(before, kind, code)) {
          this.chance = at
          this.atChance = position
        }
      }
      this.position = position
      if (position + width > this.room && (kind & BLANK) === 0) this.part(at, width)
      this.position += width
      before = kind
    }
    this.before = before
  }

  /** A character does not fit: the line ends at its last chance, or here. */
  private part(at: number, width: number): void {
    if (this.chance > this.start) this.turn(this.chance, this.position - this.atChance)
    if (this.position + width > this.room && at > this.start) this.turn(at, 0)
  }

  private turn(at: number, position: number): void {
    this.starts.push(at)
    this.start = at
    this.position = position
    this.room = this.measure.width + TOLERANCE
    this.chance = at
  }
}

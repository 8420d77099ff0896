import { SPACE } from '../chinese/classes.js'
import type { Pt } from '../layout.js'
import type { Bench } from '../shape/bench.js'
import type { Chances } from './chances.js'
import { organNames } from './organ-names.js'
import { type LineCost, ragged } from './ragged.js'
import type { Breaks, Measure } from './total-fit.js'

/** Cost of parting a word. House: as bad as two lines each two characters and a half off their mean. */
const INSIDE_WORD = 12

/** Cost of a line that begins with a particle. Source: typography checklist 16. */
const PARTICLE_FIRST = 20
const PARTICLES: ReadonlySet<number> = codes('的和与及或等之暨了')

/** Cost of a line that begins with the last word of an organ's name, that ends after the place it begins with, or after 关于. House: a name is read in one breath. */
const ORGAN_PARTED = 12
const ORGAN_TAILS: ReadonlySet<number> = codes('厅局委部处室院校会社署办')
const PLACE_TAILS: ReadonlySet<number> = codes('省市县区州')

/** Gain of a break where the sense pauses: after a comma, after 的, before 关于, 《 or （. House. */
const AT_PAUSE = -10
const AFTER_DE = -4
const PAUSES: ReadonlySet<number> = codes('，、：；|｜')

/** Cost of parting what stands in one pair of book-title marks or quotes. House: rather a line a third longer than its neighbour. */
const INSIDE_BRACKETS = 25

/** Cost of parting the name of an organ. House: rather a line six characters short than 工业和 without 信息化厅. */
const INSIDE_NAME = 40

/** A typed blank is where the author already paused. */
const AT_BLANK = -14

/** A line of one or two characters. Source: typography checklist 16. */
const STUB = 60

let segmenter: Intl.Segmenter | null = null

/** How many titles' words are kept: each is set in the contents and over its article. House: those of an issue. */
const MOST_KEPT = 500
const kept = new Map<string, ReadonlySet<number>>()

/** Offsets at which a word begins. Intl.Segmenter is ICU inside the engine; its dictionary may change with Node's version, never with the machine. */
export function wordBorders(text: string): ReadonlySet<number> {
  const known = kept.get(text)
  if (known !== undefined) return known
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const borders = new Set<number>()
  for (const { index } of segmenter.segment(text)) borders.add(index)
  if (kept.size === MOST_KEPT) kept.clear()
  kept.set(text, borders)
  return borders
}

/**
 * Breaks a centred title into as few lines as it needs, balanced, between words; where this would part the name of an organ, into one line more.
 * Source: GB/T 9704-2012 7.3.1: 回行时词意完整、排列对称、长短适宜.
 */
export function balanceTitle(bench: Bench, chances: Chances, measure: Measure, text: string): Breaks {
  const first = ragged(chances, measure, (slack) => (slack / measure.width) ** 2)
  const least = first.starts.length
  if (least < 2) return first
  price(bench, chances, text)
  const few = balanced(bench, chances, measure, least)
  if (!partsOrgan(bench, few, text)) return few
  const more = balanced(bench, chances, measure, least + 1, 0)
  return more.starts.length > least + 1 || partsOrgan(bench, more, text) ? few : more
}

/** A title in lines as near as can be to so many of one length. */
function balanced(bench: Bench, chances: Chances, measure: Measure, lines: number, aLine?: number): Breaks {
  const mean = totalWidth(bench, chances) / lines
  const cost: LineCost = (slack) => {
    const width = measure.width - slack
    return ((width - mean) / measure.em) ** 2 + (width < 2.5 * measure.em ? STUB : 0)
  }
  return ragged(chances, measure, cost, aLine)
}

function partsOrgan(bench: Bench, { starts }: Breaks, text: string): boolean {
  const names = organNames(text)
  return starts.some((row) => names.some(([from, to]) => bench.offset[row]! > from && bench.offset[row]! < to))
}

const totalWidth = (bench: Bench, chances: Chances): Pt => bench.sumWidth[chances.last[chances.count - 1]! + 1]!

/** Makes breaks inside words, before particles and inside brackets dear, those at typed blanks cheap. */
export function price(bench: Bench, chances: Chances, text: string): void {
  const borders = wordBorders(text)
  const names = organNames(text)
  let depth = 0
  let row = 0
  for (let index = 1; index < chances.count - 1; index++) {
    const at = chances.row[index]!
    for (; row < at; row++) depth += bracketStep(bench.code[row]!)
    const offset = bench.offset[at]!
    if (depth > 0) chances.cost[index]! += INSIDE_BRACKETS
    if (!borders.has(offset)) chances.cost[index]! += INSIDE_WORD
    if (names.some(([from, to]) => offset > from && offset < to)) chances.cost[index]! += INSIDE_NAME
    chances.cost[index]! += senseCost(bench, at, borders)
  }
}

/** What the sense of the words says about a line that begins at a row. */
function senseCost(bench: Bench, at: number, borders: ReadonlySet<number>): number {
  const first = bench.code[at]!
  const before = bench.code[at - 1]!
  if (bench.kind[at - 1] === SPACE) return AT_BLANK
  if (PARTICLES.has(first)) return PARTICLE_FIRST
  if (partsName(bench, at, borders) || isPair(bench, at - 2, '关于')) return ORGAN_PARTED
  if (PLACE_TAILS.has(before)) return ORGAN_PARTED / 2
  if (PAUSES.has(before) || first === 0x300a || first === 0xff08 || isPair(bench, at, '关于')) return AT_PAUSE
  return before === 0x7684 ? AFTER_DE : 0
}

/** Whether a line would begin with the tail of a name: 厅, 大学, 学院. */
function partsName(bench: Bench, at: number, borders: ReadonlySet<number>): boolean {
  if (ORGAN_TAILS.has(bench.code[at]!) && borders.has(bench.offset[at + 1]!)) return true
  return isPair(bench, at, '大学') || isPair(bench, at, '学院')
}

function isPair(bench: Bench, at: number, pair: string): boolean {
  return at >= 0 && at + 1 < bench.count && bench.code[at] === pair.charCodeAt(0) && bench.code[at + 1] === pair.charCodeAt(1)
}

function codes(chars: string): ReadonlySet<number> {
  return new Set([...chars].map((char) => char.codePointAt(0)!))
}

const OPENERS = '《“（'
const CLOSERS = '》”）'

function bracketStep(code: number): number {
  const char = String.fromCodePoint(code)
  return OPENERS.includes(char) ? 1 : CLOSERS.includes(char) ? -1 : 0
}

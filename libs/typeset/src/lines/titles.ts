import { SPACE } from '../chinese/classes.js'
import type { Pt } from '../layout.js'
import type { Bench } from '../shape/bench.js'
import type { Chances } from './chances.js'
import { type LineCost, ragged } from './ragged.js'
import type { Breaks, Measure } from './total-fit.js'

/** Cost of parting a word. House: as bad as two lines each two characters and a half off their mean. */
const INSIDE_WORD = 12

/** Cost of a line that begins with a particle. Source: typography checklist 16. */
const PARTICLE_FIRST = 20
const PARTICLES: ReadonlySet<number> = new Set([...'的和与及或等之暨了'].map((char) => char.codePointAt(0)!))

/** Cost of parting what stands in one pair of book-title marks or quotes. House: rather than an ugly shape, yes. */
const INSIDE_BRACKETS = 3

/** A typed blank is where the author already paused. */
const AT_BLANK = -3

/** A line of one or two characters. Source: typography checklist 16. */
const STUB = 60

let segmenter: Intl.Segmenter | null = null

/** Offsets at which a word begins. Intl.Segmenter is ICU inside the engine; its dictionary may change with Node's version, never with the machine. */
export function wordBorders(text: string): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const borders = new Set<number>()
  for (const { index } of segmenter.segment(text)) borders.add(index)
  return borders
}

/** Breaks a centred title into as few lines as it needs, balanced, between words. Source: GB/T 9704-2012 7.3.1: 回行时词意完整、排列对称、长短适宜. */
export function balanceTitle(bench: Bench, chances: Chances, measure: Measure, text: string): Breaks {
  const first = ragged(bench, chances, measure, (slack) => (slack / measure.width) ** 2)
  if (first.starts.length < 2) return first
  price(bench, chances, text)
  const mean = totalWidth(bench, chances) / first.starts.length
  const cost: LineCost = (slack) => {
    const width = measure.width - slack
    return ((width - mean) / measure.em) ** 2 + (width < 2.5 * measure.em ? STUB : 0)
  }
  return ragged(bench, chances, measure, cost)
}

const totalWidth = (bench: Bench, chances: Chances): Pt => bench.sumWidth[chances.last[chances.count - 1]! + 1]!

function price(bench: Bench, chances: Chances, text: string): void {
  const borders = wordBorders(text)
  let depth = 0
  let row = 0
  for (let index = 1; index < chances.count - 1; index++) {
    const at = chances.row[index]!
    for (; row < at; row++) depth += bracketStep(bench.code[row]!)
    if (depth > 0) chances.cost[index]! += INSIDE_BRACKETS
    if (!borders.has(bench.offset[at]!)) chances.cost[index]! += INSIDE_WORD
    if (PARTICLES.has(bench.code[at]!)) chances.cost[index]! += PARTICLE_FIRST
    if (bench.kind[at - 1] === SPACE) chances.cost[index]! += AT_BLANK
  }
}

const OPENERS = '《“（'
const CLOSERS = '》”）'

function bracketStep(code: number): number {
  const char = String.fromCodePoint(code)
  return OPENERS.includes(char) ? 1 : CLOSERS.includes(char) ? -1 : 0
}

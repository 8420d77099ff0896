import type { Face, GlyphRun, Pt } from '#lib/typeset'
import { readSfnt, type Sfnt } from '../faces/sfnt.js'
import { plainSort, type Sort } from '../faces/sort.js'
import { GapTally } from './gap-tally.js'
import { isHan } from './han.js'

/** A run made ready for drawing: which sort each glyph is, and the blank all share. */
export interface CastRun {
  readonly run: GlyphRun
  readonly types: TypeCase
  readonly sorts: Uint16Array
  /** Between any two glyphs, pt: the tracking of a justified line. */
  readonly spacing: Pt
  /** Glyphs after which more blank stands, or less, than a sort can carry. */
  readonly strays: readonly number[]
}

/** Blanks come in eighths of an em. House: readers see a word space from a tenth of an em on; what is left over is at most a sixteenth. */
const stepsPerEm = 8

/** The widest blank cast onto a sort, in steps. House: one em; wider ones are gaps in the text, not part of a character. */
const mostSteps = 8

/** The sorts of one face that a document needs, numbered as they come and coded by how often they are used. */
export class TypeCase {
  readonly sfnt: Sfnt
  private readonly sorts: Sort[] = []
  private readonly counts: number[] = []
  /** The plain sort of a glyph, by its first character; 0 for none. */
  private readonly plain: Uint16Array
  private readonly special = new Map<number, number>()
  private readonly step: number
  private codes: Uint16Array | null = null

  constructor(
    /** Name in page resources. */
    readonly name: string,
    readonly face: Face,
  ) {
    this.sfnt = readSfnt(face.bytes)
    this.plain = new Uint16Array(this.sfnt.glyphCount)
    this.step = Math.round(face.unitsPerEm / stepsPerEm)
    this.sorts.push(plainSort(0, 0))
    this.counts.push(Number.POSITIVE_INFINITY)
  }

  /** Casts a run; `next` is where the run after it on the line begins, if there is one. */
  cast(run: GlyphRun, text: string, next: Pt | null): CastRun {
    const count = run.glyphs.length
    const sorts = new Uint16Array(count)
    let strays: number[] | null = null
    const spacing = this.sharedGap(run)
    const scale = run.size / this.face.unitsPerEm
    let offset = run.from
    let character = text.codePointAt(offset) ?? 0xfffd
    let lead = 0
    for (let i = 0; i < count; i++) {
      offset += character > 0xffff ? 2 : 1
      const following = text.codePointAt(offset) ?? 0xfffd
      const end = i + 1 < count ? run.at[i + 1] : next
      const glyph = run.glyphs[i] ?? 0
      const gap = end === null || end === undefined ? 0 : end - (run.at[i] ?? 0) - this.face.advance(glyph) * scale - spacing
      const steps = this.stepsOf(gap / scale)
      if (Math.abs(gap / scale - steps * this.step) > this.face.unitsPerEm * 0.07) strays = noted(strays, i)
      const onNext = steps !== 0 && i + 1 < count && isHan(character) && !isHan(following)
      sorts[i] = this.sortOf(glyph, character, lead, onNext ? 0 : steps)
      lead = onNext ? steps : 0
      character = following
    }
    return { run, types: this, sorts, spacing, strays: strays ?? NO_STRAYS }
  }

  /** The code a sort has in content streams: 1 for the most frequent. Codes are fixed with the first question. */
  code(sort: number): number {
    this.codes ??= this.number()
    return this.codes[sort] ?? 0
  }

  /** Advance of a sort with its blanks, in font units. */
  width(sort: number): number {
    const { glyph, lead, trail } = this.sorts[sort] ?? plainSort(0, 0)
    return this.face.advance(glyph) + lead + trail
  }

  lead(sort: number): number {
    return this.sorts[sort]?.lead ?? 0
  }

  /** All sorts by their codes. */
  ordered(): readonly Sort[] {
    this.codes ??= this.number()
    const list: Sort[] = []
    this.sorts.forEach((sort, index) => {
      list[this.codes?.[index] ?? 0] = sort
    })
    return list
  }

  /** Not for CFF faces: fontkit cuts those down, and knows no sorts. */
  private stepsOf(units: number): number {
    if (this.sfnt.outlines === 'cff') return 0
    const steps = Math.round(units / this.step)
    return Math.abs(steps) > mostSteps ? 0 : steps
  }

  private sortOf(glyph: number, character: number, leadSteps: number, trailSteps: number): number {
    const plain = leadSteps === 0 && trailSteps === 0
    const first = this.plain[glyph] ?? 0
    if (plain && first !== 0 && (this.sorts[first]?.character === character || this.sfnt.outlines === 'cff')) return this.count(first)
    if (plain && first === 0) {
      const index = this.add(glyph, character, 0, 0)
      this.plain[glyph] = index
      return index
    }
    const key = ((glyph * 0x110000 + character) * 32 + leadSteps + mostSteps) * 32 + trailSteps + mostSteps
    const known = this.special.get(key)
    if (known !== undefined) return this.count(known)
    const index = this.add(glyph, character, leadSteps, trailSteps)
    this.special.set(key, index)
    return index
  }

  private add(glyph: number, character: number, leadSteps: number, trailSteps: number): number {
    this.counts.push(1)
    return this.sorts.push({ glyph, character, lead: leadSteps * this.step, trail: trailSteps * this.step }) - 1
  }

  private count(index: number): number {
    this.counts[index] = (this.counts[index] ?? 0) + 1
    return index
  }

  /** House: the most frequent sorts share the high byte 0, which compresses best; the .notdef keeps code 0. */
  private number(): Uint16Array {
    const order = this.sorts.map((_, index) => index)
    order.sort((a, b) => (this.counts[b] ?? 0) - (this.counts[a] ?? 0) || a - b)
    const codes = new Uint16Array(order.length)
    order.forEach((index, code) => {
      codes[index] = code
    })
    return codes
  }

  /** The blank after most glyphs of a run, in pt to a thousandth; 0 where no blank is shared. */
  private sharedGap(run: GlyphRun): Pt {
    const scale = run.size / this.face.unitsPerEm
    tally.clear()
    for (let i = 0; i + 1 < run.glyphs.length; i++) {
      tally.add(((run.at[i + 1] ?? 0) - (run.at[i] ?? 0) - this.face.advance(run.glyphs[i] ?? 0) * scale) / run.size)
    }
    return Math.round(tally.mostCommon() * run.size * 1000) / 1000
  }
}

const tally = new GapTally()
const NO_STRAYS: readonly number[] = []

/** Most runs have none: the list is made with its first entry. */
function noted(list: number[] | null, glyph: number): number[] {
  if (list === null) return [glyph]
  list.push(glyph)
  return list
}

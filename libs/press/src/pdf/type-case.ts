import type { Face, GlyphRun, Pt } from '#lib/typeset'
import { readSfnt, type Sfnt } from '../faces/sfnt.js'
import { plainSort, type Sort } from '../faces/sort.js'
import { GapTally } from './gap-tally.js'
import { isHan } from './han.js'
import { IDEOGRAPHIC_SPACE, isOddBlank } from './odd-blanks.js'

/** A run made ready for drawing: which sort each glyph is, and the blank all share. */
export interface CastRun {
  readonly run: GlyphRun
  readonly types: TypeCase
  /** A strip many runs share: this one's sorts begin at `start`, one a glyph. */
  readonly sorts: Uint16Array
  readonly start: number
  /** Between any two glyphs, thousandths of a point: the tracking of a justified line. */
  readonly spacing: number
  /** Glyphs after which more blank stands, or less, than a sort can carry. */
  readonly strays: readonly number[]
  /** Whether any character is a blank that readers take for something else. */
  readonly odd: boolean
}

/** Blanks come in eighths of an em. House: readers see a word space from a tenth of an em on; what is left over is at most a sixteenth. */
const stepsPerEm = 8

/** The widest blank cast onto a sort, in steps. House: one em; wider ones are gaps in the text, not part of a character. */
const mostSteps = 8

/** The sorts of one face that a document needs, numbered as they come and coded by how often they are used. */
export class TypeCase {
  readonly sfnt: Sfnt
  private readonly sorts: Sort[] = []
  /** By sort: the character it stands for, and how often it is used. */
  private readonly characters: number[] = []
  private readonly counts: number[] = []
  /** The plain sort of a glyph, by its first character; 0 for none. */
  private readonly plain: Uint16Array
  private readonly special = new Map<number, number>()
  private readonly step: number
  /** Whether any character is cast on the first sort of its glyph: faces with CFF outlines are cut down by fontkit, which knows no sorts. */
  private readonly one: boolean
  private ranks: Uint16Array | null = null
  /** By sort: the blank before it, and its advance with blanks, in font units. */
  readonly leads: number[] = []
  readonly widths: number[] = []

  constructor(
    /** Name in page resources. */
    readonly name: string,
    readonly face: Face,
  ) {
    this.sfnt = readSfnt(face.bytes)
    this.plain = new Uint16Array(this.sfnt.glyphCount)
    this.step = Math.round(face.unitsPerEm / stepsPerEm)
    this.one = this.sfnt.outlines === 'cff'
    this.add(0, 0, 0, 0)
    this.counts[0] = Number.POSITIVE_INFINITY
  }

  /** Casts a run; `next` is where the run after it on the line begins, if there is one. */
  cast(run: GlyphRun, text: string, next: Pt | null): CastRun {
    const { glyphs } = run
    const { plain, characters, counts } = this
    const count = glyphs.length
    const start = takeStrip(count)
    const sorts = strip
    let strays: number[] | null = null
    const scale = run.size / this.face.unitsPerEm
    const spacing = this.measureGaps(run, scale, next)
    const tracking = spacing / 1000
    const blank = (this.step / 2) * scale
    const blanks = gaps
    let offset = run.from
    let character = text.codePointAt(offset) ?? 0xfffd
    let lead = 0
    let odd = false
    for (let i = 0; i < count; i++) {
      if (character <= IDEOGRAPHIC_SPACE && isOddBlank(character)) odd = true
      offset += character > 0xffff ? 2 : 1
      const following = offset < text.length ? text.codePointAt(offset)! : 0xfffd
      const gap = i + 1 < count || next !== null ? blanks[i]! - tracking : 0
      const glyph = glyphs[i]!
      const known = plain[glyph]!
      // Most glyphs: no blank of their own, and met before.
      if (lead === 0 && gap < blank && gap > -blank && known !== 0 && characters[known] === character) {
        counts[known]! += 1
        sorts[start + i] = known
      } else {
        const units = gap / scale
        const steps = this.stepsOf(units)
        if (this.isStray(units - steps * this.step)) strays = noted(strays, i)
        const onNext = steps !== 0 && i + 1 < count && isHan(character) && !isHan(following)
        sorts[start + i] = this.sortOf(glyph, character, lead, onNext ? 0 : steps)
        lead = onNext ? steps : 0
      }
      character = following
    }
    return { run, types: this, sorts, start, spacing, strays: strays ?? NO_STRAYS, odd }
  }

  /** House: what is left over may be 0.07 em before a reader sees a space in it. */
  private isStray(left: number): boolean {
    return Math.abs(left) > this.face.unitsPerEm * 0.07
  }

  /** By sort, its code in content streams: 1 for the most frequent. Codes are fixed with the first question. */
  get codes(): Uint16Array {
    this.ranks ??= this.number()
    return this.ranks
  }

  /** All sorts by their codes. */
  ordered(): readonly Sort[] {
    const { codes } = this
    const list: Sort[] = []
    this.sorts.forEach((sort, index) => {
      list[codes[index] ?? 0] = sort
    })
    return list
  }

  /** Not for CFF faces: fontkit cuts those down, and knows no sorts. */
  private stepsOf(units: number): number {
    if ((units < this.step / 2 && units > -this.step / 2) || this.one) return 0
    const steps = Math.round(units / this.step)
    return Math.abs(steps) > mostSteps ? 0 : steps
  }

  private sortOf(glyph: number, character: number, leadSteps: number, trailSteps: number): number {
    const plain = leadSteps === 0 && trailSteps === 0
    const first = this.plain[glyph] ?? 0
    if (plain && first !== 0 && (this.characters[first] === character || this.one)) return this.count(first)
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
    const sort = leadSteps === 0 && trailSteps === 0 ? plainSort(glyph, character) : this.blanked(glyph, character, leadSteps, trailSteps)
    this.counts.push(1)
    this.characters.push(character)
    this.leads.push(sort.lead)
    this.widths.push(this.face.advance(glyph) + sort.lead + sort.trail)
    return this.sorts.push(sort) - 1
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

  private blanked(glyph: number, character: number, leadSteps: number, trailSteps: number): Sort {
    return { glyph, character, lead: leadSteps * this.step, trail: trailSteps * this.step }
  }

  /** Notes the blank after each glyph of a run, pt; answers the one most glyphs share, in thousandths, and 0 where none is shared. */
  private measureGaps(run: GlyphRun, scale: number, next: Pt | null): number {
    const { at, glyphs, size } = run
    const { plain, widths } = this
    const last = glyphs.length - 1
    if (gaps.length <= last) gaps = new Float64Array(2 * last)
    let place = at[0] ?? 0
    for (let i = 0; i <= last; i++) {
      const glyph = glyphs[i]!
      const known = plain[glyph]!
      const advance = known === 0 ? this.face.advance(glyph) : widths[known]!
      const after = i < last ? at[i + 1]! : (next ?? 0)
      gaps[i] = after - place - advance * scale
      place = after
    }
    return Math.round(tally.mostCommon(gaps, last, size) * 1000)
  }
}

const tally = new GapTally()
const NO_STRAYS: readonly number[] = []

/** The blanks of the run in hand, pt; serves all runs. */
let gaps = new Float64Array(256)

/**
 * House: sorts of some four hundred lines lie in one strip, in place of an array a line, which must be looked at at every collection.
 * The first strips are short: V8 has then seen one being changed before it makes its code for casting, and need not make it again.
 */
const LONGEST_STRIP = 16_384
let strip = new Uint16Array(256)
let taken = 0

/** A place for so many sorts on the strip in hand. */
function takeStrip(count: number): number {
  if (taken + count > strip.length) {
    strip = new Uint16Array(Math.max(Math.min(2 * strip.length, LONGEST_STRIP), count))
    taken = 0
  }
  taken += count
  return taken - count
}

/** Most runs have none: the list is made with its first entry. */
function noted(list: number[] | null, glyph: number): number[] {
  if (list === null) return [glyph]
  list.push(glyph)
  return list
}

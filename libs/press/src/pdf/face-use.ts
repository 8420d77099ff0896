import type { Face, FaceId, Faces, GlyphRun, Layout } from '#lib/typeset'
import { readSfnt, type Sfnt } from './sfnt.js'

/**
 * One face as this document uses it: which glyphs are drawn, the code each has in content streams, and the character each stands for.
 * Codes run from 1 in falling frequency: frequent glyphs share the high byte 0, which compresses best (House: about 8 % of a page's bytes).
 * A glyph that stands for two characters gets two codes, so that copying gives back what was written (not in CFF faces, whose codes are glyphs).
 */
export interface FaceUse {
  /** Name in page resources. */
  readonly name: string
  readonly face: Face
  readonly sfnt: Sfnt
  /** By code; code 0 is `.notdef`. */
  readonly glyphs: readonly number[]
  readonly characters: readonly number[]
  readonly codeOf: (glyph: number, character: number) => number
}

export type FaceUses = ReadonlyMap<FaceId, FaceUse>

/** Glyphs counted over a whole document, one table a face. */
export function countGlyphs(layout: Layout, faces: Faces, texts: ReadonlyMap<string, string>): FaceUses {
  const counters = new Map<FaceId, GlyphCounter>()
  const count = (runs: readonly GlyphRun[], text: string): void => {
    for (const run of runs) {
      let counter = counters.get(run.face)
      if (counter === undefined) {
        counter = new GlyphCounter(faces.byId(run.face))
        counters.set(run.face, counter)
      }
      counter.add(run, text)
    }
  }
  for (const page of layout.pages) {
    for (const line of page.lines) count(line.runs, texts.get(line.block) ?? '')
    for (const line of page.furniture) if (line.kind !== 'leader') count(line.runs, line.text)
  }
  return new Map([...counters].map(([id, counter], index) => [id, counter.finish(`F${index + 1}`)]))
}

/** Code points beyond a glyph's first character are keyed by both. */
const pairKey = (glyph: number, character: number): number => glyph * 0x110000 + character

class GlyphCounter {
  private readonly sfnt: Sfnt
  private readonly counts: Uint32Array
  private readonly first: Uint32Array
  private readonly more = new Map<number, number>()

  constructor(private readonly face: Face) {
    this.sfnt = readSfnt(face.bytes)
    const glyphs = this.sfnt.glyphCount
    this.counts = new Uint32Array(glyphs)
    this.first = new Uint32Array(glyphs)
  }

  add(run: GlyphRun, text: string): void {
    let offset = run.from
    for (const glyph of run.glyphs) {
      const character = text.codePointAt(offset) ?? 0xfffd
      offset += character > 0xffff ? 2 : 1
      if (this.counts[glyph] === 0) this.first[glyph] = character
      if (this.first[glyph] === character || this.sfnt.outlines === 'cff') this.counts[glyph]!++
      else this.more.set(pairKey(glyph, character), (this.more.get(pairKey(glyph, character)) ?? 0) + 1)
    }
  }

  finish(name: string): FaceUse {
    const drawn: { glyph: number; character: number; count: number }[] = []
    this.counts.forEach((count, glyph) => {
      if (count > 0) drawn.push({ glyph, character: this.first[glyph] ?? 0, count })
    })
    for (const [key, count] of this.more) drawn.push({ glyph: Math.floor(key / 0x110000), character: key % 0x110000, count })
    drawn.sort((a, b) => b.count - a.count || a.glyph - b.glyph || a.character - b.character)
    return {
      name,
      face: this.face,
      sfnt: this.sfnt,
      glyphs: [0, ...drawn.map((item) => item.glyph)],
      characters: [0, ...drawn.map((item) => item.character)],
      codeOf: this.codes(drawn),
    }
  }

  private codes(drawn: readonly { glyph: number; character: number }[]): FaceUse['codeOf'] {
    const first = this.first
    const single = this.sfnt.outlines === 'cff'
    const codes = new Uint16Array(first.length)
    const more = new Map<number, number>()
    drawn.forEach(({ glyph, character }, index) => {
      if (first[glyph] === character) codes[glyph] = index + 1
      else more.set(pairKey(glyph, character), index + 1)
    })
    return (glyph, character) => (single || first[glyph] === character ? (codes[glyph] ?? 0) : (more.get(pairKey(glyph, character)) ?? 0))
  }
}

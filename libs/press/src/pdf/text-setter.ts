import type { Color, GlyphRun, Pt } from '#lib/typeset'
import { ByteWriter } from './byte-writer.js'
import type { FaceUse, FaceUses } from './face-use.js'
import { inkOf } from './inks.js'

/** A stretch of one glyph run: glyphs `first` up to `end`, the character of `first` at `offset` of the text. */
export interface Stretch {
  readonly run: GlyphRun
  readonly first: number
  readonly end: number
  readonly offset: number
}

/**
 * Writes glyphs at their places into one text object of a page: one string or array a stretch.
 * The gap most glyphs of a stretch share becomes the character spacing; only glyphs that stand elsewhere get a number of their own.
 */
export class TextSetter {
  private face = ''
  private size = 0
  private spacing = 0
  private color: Color = 'black'
  private stroke = 0
  private originX = Number.NaN
  private originY = 0
  private slant = 0

  constructor(
    private readonly out: ByteWriter,
    private readonly faces: FaceUses,
  ) {}

  /** Opens the text object; nothing is remembered from the last one but what the page's graphics state keeps. */
  begin(): void {
    this.out.ascii('BT\n')
    this.originX = Number.NaN
  }

  end(): void {
    this.out.ascii('ET\n')
  }

  /** Draws a stretch whose line starts at (x, y). */
  set(stretch: Stretch, x: Pt, y: Pt, text: string): void {
    const { run, first, end } = stretch
    const use = this.faces.get(run.face)
    if (use === undefined || end <= first) return
    this.chooseFace(use, run.size)
    this.chooseInk(run.color, run.embolden)
    const gap = commonGap(run, first, end, use)
    this.chooseSpacing(gap)
    this.moveTo(x + (run.at[first] ?? 0), y - run.rise, run.slant)
    this.show(stretch, use, gap, text)
  }

  private chooseFace(use: FaceUse, size: Pt): void {
    if (use.name === this.face && size === this.size) return
    this.face = use.name
    this.size = size
    this.out.ascii(`/${use.name} `)
    this.out.number(size)
    this.out.ascii(' Tf\n')
  }

  /** A missing bold is drawn by stroking the outline as well. */
  private chooseInk(color: Color, embolden: Pt): void {
    if (color !== this.color || embolden !== this.stroke) {
      this.out.ascii(`${inkOf(color).fill}\n`)
      if (embolden > 0) this.out.ascii(`${inkOf(color).stroke}\n`)
    }
    if (embolden !== this.stroke) {
      if (embolden > 0) {
        this.out.number(embolden)
        this.out.ascii(' w 2 Tr\n')
      } else {
        this.out.ascii('0 Tr\n')
      }
    }
    this.color = color
    this.stroke = embolden
  }

  private chooseSpacing(gap: Pt): void {
    if (gap === this.spacing) return
    this.spacing = gap
    this.out.number(gap)
    this.out.ascii(' Tc\n')
  }

  private moveTo(x: Pt, y: Pt, slant: number): void {
    const roundX = milli(x)
    const roundY = milli(y)
    if (slant === 0 && this.slant === 0 && !Number.isNaN(this.originX)) {
      this.out.number(roundX - this.originX)
      this.out.byte(0x20)
      this.out.number(this.originY - roundY)
      this.out.ascii(' Td\n')
    } else {
      this.out.ascii('1 0 ')
      this.out.number(slant)
      this.out.ascii(' -1 ')
      this.out.number(roundX)
      this.out.byte(0x20)
      this.out.number(roundY)
      this.out.ascii(' Tm\n')
    }
    this.originX = roundX
    this.originY = roundY
    this.slant = slant
  }

  private show(stretch: Stretch, use: FaceUse, gap: Pt, text: string): void {
    const { run, first, end } = stretch
    const { out } = this
    const scale = run.size / use.face.unitsPerEm
    const tolerance = run.size * 0.004
    let offset = stretch.offset
    let pen = run.at[first] ?? 0
    out.ascii('[(')
    for (let i = first; i < end; i++) {
      const glyph = run.glyphs[i] ?? 0
      const place = run.at[i] ?? 0
      if (Math.abs(place - pen) > tolerance) {
        const move = Math.round(((pen - place) * 1000) / run.size)
        out.byte(0x29)
        out.number(move)
        out.byte(0x28)
        pen -= (move * run.size) / 1000
      }
      const character = text.codePointAt(offset) ?? 0xfffd
      offset += character > 0xffff ? 2 : 1
      const code = use.codeOf(glyph, character)
      out.literal(code >> 8)
      out.literal(code & 0xff)
      pen += use.face.advance(glyph) * scale + gap
    }
    out.ascii(')]TJ\n')
  }
}

const milli = (value: number): number => Math.round(value * 1000) / 1000

/** The blank after most glyphs of a stretch, in pt to a thousandth; 0 where no gap is shared. */
function commonGap(run: GlyphRun, first: number, end: number, use: FaceUse): Pt {
  const scale = run.size / use.face.unitsPerEm
  const step = run.size / 250
  const tally = new Map<number, { count: number; sum: number }>()
  let best = { count: 0, sum: 0 }
  for (let i = first; i + 1 < end; i++) {
    const gap = (run.at[i + 1] ?? 0) - (run.at[i] ?? 0) - use.face.advance(run.glyphs[i] ?? 0) * scale
    const bucket = Math.round(gap / step)
    const entry = tally.get(bucket) ?? { count: 0, sum: 0 }
    entry.count++
    entry.sum += gap
    tally.set(bucket, entry)
    if (entry.count > best.count) best = entry
  }
  return best.count === 0 ? 0 : milli(best.sum / best.count)
}

import type { Color, Pt } from '#lib/typeset'
import type { ByteWriter } from '../faces/byte-writer.js'
import { inkOf } from './inks.js'
import type { CastRun, TypeCase } from './type-case.js'

/** A stretch of one glyph run: glyphs `first` up to `end`. */
export interface Stretch {
  readonly cast: CastRun
  readonly first: number
  readonly end: number
}

/**
 * Writes glyphs at their places into one text object of a page: one array a stretch.
 * Shared blanks are character spacing, blanks beside marks and figures are cast on with the sorts; only what is left over gets a number of its own.
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

  constructor(private readonly out: ByteWriter) {}

  /** Opens the text object; nothing is remembered from the last one but what the page's graphics state keeps. */
  begin(): void {
    this.out.ascii('BT\n')
    this.originX = Number.NaN
  }

  end(): void {
    this.out.ascii('ET\n')
  }

  /** Draws the glyphs of a run from `first` up to `end`; its line starts at (x, y). */
  set(cast: CastRun, first: number, end: number, x: Pt, y: Pt): void {
    if (end <= first) return
    const { run } = cast
    this.chooseFace(cast.types, run.size)
    this.chooseInk(run.color, run.embolden)
    this.chooseSpacing(cast.spacing)
    const lead = ((cast.types.leads[cast.sorts[cast.start + first] ?? 0] ?? 0) * run.size) / cast.types.face.unitsPerEm
    this.moveTo(x + (run.at[first] ?? 0) - lead, y - run.rise, run.slant)
    this.show(first, end, cast)
  }

  private chooseFace(types: TypeCase, size: Pt): void {
    if (types.name === this.face && size === this.size) return
    this.face = types.name
    this.size = size
    this.out.ascii(`/${types.name} `)
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

  private chooseSpacing(spacing: number): void {
    if (spacing === this.spacing) return
    this.spacing = spacing
    this.out.number(spacing / 1000)
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

  /** House: a glyph is moved on its own when it would stand more than 0.4 % of an em, 0.06 pt in 16 pt, from its place. */
  private show(first: number, end: number, { run, types, sorts, start, spacing }: CastRun): void {
    const { out } = this
    const { at, size } = run
    const { codes, leads, widths } = types
    const scale = size / types.face.unitsPerEm
    const tolerance = size * 0.004
    const tracking = spacing / 1000
    let pen = at[first]! - leads[sorts[start + first]!]! * scale
    out.ascii('[(')
    for (let i = first; i < end; i++) {
      const sort = sorts[start + i]!
      const behind = pen - at[i]! + leads[sort]! * scale
      if (behind > tolerance || behind < -tolerance) {
        const move = Math.round((behind * 1000) / size)
        out.byte(0x29)
        out.number(move)
        out.byte(0x28)
        pen -= (move * size) / 1000
      }
      out.code(codes[sort]!)
      pen += widths[sort]! * scale + tracking
    }
    out.ascii(')]TJ\n')
  }
}

const milli = (value: number): number => Math.round(value * 1000) / 1000

import type { Art, BlockId, FurnitureLine, GlyphRun, ImageArt, Line, Page, Pt } from '#lib/typeset'
import type { ByteWriter } from '../faces/byte-writer.js'
import { PdfAnnotations } from './annotations.js'
import type { BlockPlan, Piece, StructPlan } from './block-plan.js'
import type { CastPage } from './cast-layout.js'
import type { GlyphShapes } from './glyph-shapes.js'
import { inkOf } from './inks.js'
import type { PdfPage } from './pdfkit-document.js'
import type { PlacedPicture } from './pictures.js'
import { hasOddBlank, haveStrays, strays, stretchesOf, widthOf } from './stretches.js'
import type { StructNode, StructTree } from './structure-tree.js'
import { type Stretch, TextSetter } from './text-setter.js'
import type { CastRun } from './type-case.js'

export interface PageTools {
  /** Serves all pages, one after the other. */
  readonly out: ByteWriter
  readonly plan: StructPlan
  readonly tree: StructTree
  readonly annotations: PdfAnnotations
  readonly pictures: ReadonlyMap<string, PlacedPicture>
  readonly shapes: GlyphShapes
  /** Name of the draft mark among the page's objects, or null on clean pages. */
  readonly draftMark: string | null
}

/** Writes the content stream of one page: rules and pictures, then text in reading order, furniture after the body. */
export class PageWriter {
  private readonly out: ByteWriter
  private readonly setter: TextSetter
  private open: StructNode | 'artifact' | 'exact' | null = null
  private last: { readonly block: BlockId; readonly plan: BlockPlan } | null = null
  private readonly underlines: { x1: Pt; x2: Pt; y: Pt; run: GlyphRun }[] = []

  constructor(
    private readonly tools: PageTools,
    private readonly page: Page,
    private readonly cast: CastPage,
    private readonly target: PdfPage,
    private readonly key: number,
  ) {
    this.out = tools.out
    this.setter = new TextSetter(this.out)
  }

  write(): Uint8Array {
    // The origin is the top left, y goes down.
    this.out.ascii('1 0 0 -1 0 ')
    this.out.number(this.page.height)
    this.out.ascii(' cm\n')
    if (this.tools.draftMark !== null) this.artifact('Background', () => this.drawMark(this.tools.draftMark ?? ''))
    for (const art of this.page.art) this.art(art)
    for (const line of this.page.furniture) if (line.kind === 'leader') this.artifact('Layout', () => this.leader(line))
    this.text()
    for (const line of this.underlines) this.underline(line)
    return this.out.take()
  }

  private drawMark(name: string): void {
    this.out.ascii('q 1 0 0 1 ')
    this.out.number(this.page.width / 2)
    this.out.byte(0x20)
    this.out.number(this.page.height / 2)
    this.out.ascii(` cm /${name} Do Q\n`)
  }

  private text(): void {
    const { lines, furniture } = this.page
    if (lines.length === 0 && furniture.length === 0) return
    this.setter.begin()
    lines.forEach((line, index) => {
      this.line(line, this.cast.lines[index] ?? [])
    })
    furniture.forEach((line, index) => {
      if (line.kind !== 'leader') this.furniture(line, this.cast.furniture[index] ?? [])
    })
    this.close()
    this.setter.end()
  }

  private line(line: Line, runs: readonly CastRun[]): void {
    const plan = this.planOf(line.block)
    if (line.from < plan.drawn) {
      this.enter('artifact')
      for (const { cast, first, end } of stretchesOf(runs, line.from, line.to, plan.text)) this.setter.set(cast, first, end, line.x, line.y)
      return
    }
    plan.drawn = line.to
    for (const piece of plan.pieces) {
      if (piece.from < line.to && piece.to > line.from) this.piece(line, runs, piece, plan)
    }
  }

  /** Lines of one block stand together, so that most ask for the block of the line before. */
  private planOf(block: BlockId): BlockPlan {
    if (this.last?.block === block) return this.last.plan
    const plan = this.tools.plan.blocks.get(block)
    if (plan === undefined) throw new Error(`a line of block ${block}, which is not in the flow`)
    this.last = { block, plan }
    return plan
  }

  private piece(line: Line, runs: readonly CastRun[], piece: Piece, plan: BlockPlan): void {
    const from = Math.max(piece.from, line.from)
    const to = Math.min(piece.to, line.to)
    if (from === line.from && to === line.to && piece.link === undefined) {
      this.whole(line, runs, piece, plan)
      return
    }
    const stretches = stretchesOf(runs, from, to, plan.text)
    if (stretches.length === 0) return
    if (strays(stretches) || hasOddBlank(runs, plan.text, from, to)) this.enterExact(piece.node, plan.text.slice(from, to))
    else this.enter(piece.node)
    for (const stretch of stretches) this.stretch(line, stretch)
    if (this.open === 'exact') this.close()
    if (piece.link !== undefined) this.link(line, stretches, piece, plan.text.slice(from, to))
  }

  /** A line that belongs to one element, as nearly all do. */
  private whole(line: Line, runs: readonly CastRun[], piece: Piece, plan: BlockPlan): void {
    if (runs.length === 0) return
    if (haveStrays(runs) || hasOddBlank(runs, plan.text, line.from, line.to))
      this.enterExact(piece.node, plan.text.slice(line.from, line.to))
    else this.enter(piece.node)
    for (const cast of runs) {
      this.setter.set(cast, 0, cast.run.glyphs.length, line.x, line.y)
      if (cast.run.underline) this.underlined(line, { cast, first: 0, end: cast.run.glyphs.length })
    }
    if (this.open === 'exact') this.close()
  }

  private stretch(line: Line, stretch: Stretch): void {
    const { cast, first, end } = stretch
    this.setter.set(cast, first, end, line.x, line.y)
    if (cast.run.underline) this.underlined(line, stretch)
  }

  private underlined(line: Line, stretch: Stretch): void {
    const { run } = stretch.cast
    const x1 = line.x + (run.at[stretch.first] ?? 0)
    this.underlines.push({ x1, x2: x1 + widthOf(stretch), y: line.y, run })
  }

  private link(line: Line, stretches: readonly Stretch[], piece: Piece, contents: string): void {
    const head = stretches[0]
    const tail = stretches.at(-1)
    if (head === undefined || tail === undefined || piece.link === undefined) return
    const { size } = head.cast.run
    const x1 = line.x + (head.cast.run.at[head.first] ?? 0)
    const entryEnd = this.page.furniture.filter((item) => item.kind === 'leader' && item.y === line.y).map(endOf)
    const x2 = Math.max(line.x + (tail.cast.run.at[tail.first] ?? 0) + widthOf(tail), ...entryEnd)
    const box = { x1, x2, top: line.y - size * 0.88, bottom: line.y + size * 0.2 }
    this.tools.annotations.link({ page: this.target, height: this.page.height, box, link: piece.link, node: piece.node, contents })
  }

  private furniture(line: FurnitureLine, runs: readonly CastRun[]): void {
    this.enter('artifact')
    for (const cast of runs) {
      this.setter.set(cast, 0, cast.run.glyphs.length, line.x, line.y)
    }
  }

  /** Opens the marked content of an element, closing the one before; content of one element in a row stays together. */
  private enter(owner: StructNode | 'artifact'): void {
    if (this.open === owner) return
    this.close()
    this.open = owner
    if (owner === 'artifact') this.out.ascii('/Artifact <</Type/Pagination>> BDC\n')
    else this.out.ascii(`/${owner.tag} <</MCID ${this.tools.tree.content(owner, this.target.dictionary, this.key)}>> BDC\n`)
  }

  private close(): void {
    if (this.open !== null) this.out.ascii('EMC\n')
    this.open = null
  }

  /**
   * Opens content that carries its text as written, for readers that would take a wide gap for a space or a narrow one for a break.
   * It is content of its own, not a span inside another: poppler ends the outer content with the inner one.
   */
  private enterExact(owner: StructNode, text: string): void {
    this.close()
    this.open = 'exact'
    this.out.ascii(`/Span <</MCID ${this.tools.tree.content(owner, this.target.dictionary, this.key)}/ActualText (\xfe\xff`)
    for (let i = 0; i < text.length; i++) {
      this.out.literal(text.charCodeAt(i) >> 8)
      this.out.literal(text.charCodeAt(i) & 0xff)
    }
    this.out.ascii(')>> BDC\n')
  }

  private art(art: Art): void {
    if (art.kind === 'image') this.image(art)
    else if (art.kind === 'rule') {
      this.artifact('Layout', () => this.strokes(`${inkOf(art.color).stroke}`, art.weight, [art.x1, art.y1, art.x2, art.y2], 'line'))
    } else {
      this.artifact('Layout', () => this.strokes(`${inkOf(art.color).stroke}`, art.weight, [art.x, art.y, art.width, art.height], 'box'))
    }
  }

  private image(art: ImageArt): void {
    const picture = this.tools.pictures.get(art.sha256)
    const node = this.tools.plan.figures.get(art.block)
    if (picture === undefined) throw new Error(`picture ${art.sha256} was not handed in`)
    this.target.xobjects[picture.name] = picture.object
    const draw = (): void => {
      this.out.ascii('q ')
      this.matrix(picture.matrix(art))
      this.out.ascii(`/${picture.name} Do Q\n`)
    }
    if (node === undefined) {
      this.artifact('Layout', draw)
      return
    }
    node.extra.A = {
      O: 'Layout',
      Placement: 'Block',
      BBox: [art.x, this.page.height - art.y - art.height, art.x + art.width, this.page.height - art.y],
    }
    this.enter(node)
    draw()
    this.close()
  }

  /** Leaders are drawn as shapes, so that a line of the contents copies out as its title and its number. */
  private leader(line: FurnitureLine): void {
    for (const run of line.runs) {
      run.glyphs.forEach((glyph, index) => {
        const shape = this.tools.shapes.of(run.face, glyph)
        if (shape === null) return
        this.target.xobjects[shape.name] = shape.form
        this.out.ascii(`q ${inkOf(run.color).fill} `)
        this.matrix([run.size, 0, 0, -run.size, line.x + (run.at[index] ?? 0), line.y - run.rise])
        this.out.ascii(`/${shape.name} Do Q\n`)
      })
    }
  }

  private matrix(parts: readonly number[]): void {
    for (const part of parts) {
      this.out.number(part)
      this.out.byte(0x20)
    }
    this.out.ascii('cm ')
  }

  private underline({ x1, x2, y, run }: { x1: Pt; x2: Pt; y: Pt; run: GlyphRun }): void {
    // House: an underline lies 0.14 em below the baseline, 0.05 em thick, clear of the feet of Han glyphs.
    const at = y + run.size * 0.14
    this.artifact('Layout', () => this.strokes(inkOf(run.color).stroke, run.size * 0.05, [x1, at, x2, at], 'line'))
  }

  private strokes(ink: string, weight: Pt, [a, b, c, d]: readonly [Pt, Pt, Pt, Pt], shape: 'line' | 'box'): void {
    this.out.ascii(`q ${ink} `)
    this.out.number(weight)
    this.out.ascii(' w ')
    const put = (value: number): void => {
      this.out.number(value)
      this.out.byte(0x20)
    }
    put(a)
    put(b)
    if (shape === 'line') this.out.ascii('m ')
    put(c)
    put(d)
    this.out.ascii(shape === 'line' ? 'l S Q\n' : 're S Q\n')
  }

  private artifact(type: 'Layout' | 'Background', draw: () => void): void {
    this.close()
    this.out.ascii(`/Artifact <</Type/${type}>> BDC\n`)
    draw()
    this.out.ascii('EMC\n')
  }
}

/** Right edge of a furniture line, near enough for the area of a link. */
function endOf(line: FurnitureLine): Pt {
  const last = line.runs.at(-1)
  if (last === undefined) return line.x
  return line.x + (last.at.at(-1) ?? 0) + last.size / 2
}

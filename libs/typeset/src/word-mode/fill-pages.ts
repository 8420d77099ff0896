import type { BlockId } from '../layout.js'
import type { Twips } from './measures.js'
import { heightAt, heightTo, type WordBlock } from './word-block.js'

/** The pages Word fills. */
export interface WordPage {
  readonly height: Twips
  /** Blank over the first note of a page, the rule in it. */
  readonly noteLead: Twips
  noteHeight(id: BlockId): Twips
  /** Height of one line of a note. */
  readonly noteLine: Twips
}

/** Where a block begins: page from 0, and what of the page is taken above it. */
export interface WordPlace {
  readonly page: number
  readonly above: Twips
}

/** How Word filled its pages. */
export interface WordFilling {
  readonly pages: number
  /** What is taken of the last page. */
  readonly used: Twips
  readonly places: ReadonlyMap<BlockId, WordPlace>
}

/** House: half of Word's least unit of layout, so that sums of rounded heights do not turn a page. */
const TOLERANCE = 0.5

/**
 * Fills pages as Word does: each as full as it will go, blocks kept with the next and the lines of blocks kept together moved on whole,
 * the blank above a block left out at the head of a page but for the first block of a section.
 */
export function fillPages(blocks: readonly WordBlock[], page: WordPage, opensSection: boolean): WordFilling {
  const open = new OpenPage(page)
  const places = new Map<BlockId, WordPlace>()
  let after = 0
  blocks.forEach((block, index) => {
    const above = after + block.before
    if (index === 0 && opensSection) open.take(block.before)
    if (!open.fits(open.atHead ? 0 : above, keptHeight(blocks, index))) open.turn()
    const space = open.atHead ? 0 : above
    placeUnits(open, block, space)
    places.set(block.id, open.began)
    after = block.after
  })
  return { pages: open.number + 1, used: open.taken, places }
}

/** Height of what must stand on one page with the beginning of a block. */
function keptHeight(blocks: readonly WordBlock[], index: number): Twips {
  const first = blocks[index]!
  if (!first.keepNext) return first.keepTogether ? heightTo(first, first.count) : heightTo(first, leastOf(first))
  let height = 0
  let at = index
  for (; at < blocks.length && blocks[at]!.keepNext; at++) {
    const block = blocks[at]!
    height += heightTo(block, block.count) + (at > index ? block.before : 0) + block.after
  }
  const anchor = blocks[at]
  if (anchor === undefined) return height
  return height + anchor.before + heightTo(anchor, anchor.keepTogether ? anchor.count : leastOf(anchor))
}

/** The first line; of a table the header rows and the row after them. */
const leastOf = (block: WordBlock): number => Math.min(block.count, block.headerRows + 1)

function placeUnits(open: OpenPage, block: WordBlock, space: Twips): void {
  for (let index = 0; index < block.count; index++) {
    const notes = block.notes?.get(index) ?? []
    const height = heightAt(block, index)
    const above = index === 0 ? space : 0
    if (!open.fits(above, height, notes)) {
      open.turn()
      if (index > 0 && index >= block.headerRows) open.take(heightTo(block, block.headerRows))
      open.put(0, height, notes, index === 0)
    } else open.put(above, height, notes, index === 0)
  }
}

class OpenPage {
  number = 0
  began: WordPlace = { page: 0, above: 0 }
  private y: Twips = 0
  private noteArea: Twips = 0
  private carried: Twips = 0
  private empty = true

  constructor(private readonly page: WordPage) {}

  get atHead(): boolean {
    return this.empty
  }

  get taken(): Twips {
    return this.y + this.noteArea
  }

  /** Whether a line with its notes, or the beginnings of them, finds room; on an empty page everything does. */
  fits(above: Twips, height: Twips, notes: readonly BlockId[] = []): boolean {
    if (this.empty) return true
    const least =
      notes.length === 0 ? 0 : this.lead + notes.slice(0, -1).reduce((sum, id) => sum + this.page.noteHeight(id), this.page.noteLine)
    return this.y + above + height + this.noteArea + least <= this.page.height + TOLERANCE
  }

  put(above: Twips, height: Twips, notes: readonly BlockId[], first: boolean): void {
    if (first) this.began = { page: this.number, above: this.y + above }
    this.y += above + height
    this.empty = false
    for (const id of notes) this.note(this.page.noteHeight(id))
  }

  take(height: Twips): void {
    this.y += height
  }

  turn(): void {
    const carried = this.carried
    this.number += 1
    this.y = 0
    this.noteArea = 0
    this.carried = 0
    this.empty = true
    if (carried > 0) this.note(carried)
  }

  private get lead(): Twips {
    return this.noteArea === 0 ? this.page.noteLead : 0
  }

  /** A note takes the room there is; what it has too much goes to the next page. */
  private note(height: Twips): void {
    const room = this.page.height + TOLERANCE - this.y - this.noteArea - this.lead
    const whole = Math.min(height, Math.max(this.page.noteLine, Math.floor(room / this.page.noteLine) * this.page.noteLine))
    this.noteArea += this.lead + whole
    this.carried += height - whole
  }
}

import type { BlockId, FlowBlock, Layout, TableBlock, TextBlock } from '#lib/typeset'
import type { StructNode, StructTag, StructTree } from './structure-tree.js'

/** A stretch of a block's text and the element it belongs to. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly node: StructNode
  readonly link?: PieceLink
}

export type PieceLink = { readonly url: string } | { readonly block: BlockId }

/** What the page writer knows of a block: its pieces in order, and how far it has been drawn. */
export interface BlockPlan {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Offset up to which the text stands on a page; a table head repeated overleaf lies before it. */
  drawn: number
}

export interface StructPlan {
  readonly blocks: ReadonlyMap<BlockId, BlockPlan>
  readonly figures: ReadonlyMap<BlockId, StructNode>
}

/**
 * Gives every block its place in the logical structure, in the order of the flow: sections and articles as Sect,
 * headings at the levels of their styles, contents, lists, tables with heads and spans, figures with their description, notes.
 * Source: ISO 14289-1 §7 (PDF/UA-1), ISO 32000-1 §14.8.4.
 */
export function planStructure(layout: Layout, tree: StructTree, textString: (text: string) => unknown): StructPlan {
  return new Planner(layout, tree, textString).plan()
}

const plainTags: Partial<Record<TextBlock['role'], StructTag>> = {
  quote: 'BlockQuote',
  'contents-entry': 'TOCI',
  'contents-column': 'TOCI',
  footnote: 'Note',
}

class Planner {
  private readonly blocks = new Map<BlockId, BlockPlan>()
  private readonly figures = new Map<BlockId, StructNode>()
  private section = -1
  private article: number | null = null
  private sectionNode: StructNode
  private place: StructNode
  private contents: StructNode | null = null
  private list: StructNode | null = null
  private headingLevel = 0

  constructor(
    private readonly layout: Layout,
    private readonly tree: StructTree,
    private readonly textString: (text: string) => unknown,
  ) {
    this.sectionNode = tree.root
    this.place = tree.root
  }

  plan(): StructPlan {
    this.layout.flow.forEach((block, index) => {
      this.enter(block)
      if (block.kind === 'text') this.text(block, this.layout.flow[index + 1])
      else if (block.kind === 'table') this.table(block, this.layout.flow[index - 1])
      else if (block.kind === 'figure')
        this.figures.set(block.id, this.tree.append('Figure', this.place, { Alt: this.textString(block.alt) }))
    })
    return { blocks: this.blocks, figures: this.figures }
  }

  /** Opens the Sect of the block's section and article. */
  private enter(block: FlowBlock): void {
    if (block.section !== this.section) {
      this.section = block.section
      this.sectionNode = this.tree.append('Sect', this.tree.root)
      this.place = this.sectionNode
      this.article = null
      this.contents = null
    }
    if (block.article !== this.article) {
      this.article = block.article
      this.place = block.article === null ? this.sectionNode : this.tree.append('Sect', this.sectionNode)
    }
    if (block.kind !== 'text' || block.role !== 'list-item') this.list = null
  }

  private text(block: TextBlock, next: FlowBlock | undefined): void {
    if (block.role === 'table-caption' && next?.kind === 'table') return
    if (block.role === 'contents-entry' || block.role === 'contents-column') this.contentsEntry(block)
    else if (block.role === 'list-item') this.listItem(block)
    else if (block.role === 'footnote') this.footnote(block)
    else this.remember(block, this.tree.append(this.tagOf(block), this.place))
  }

  private tagOf(block: TextBlock): StructTag {
    const outline = this.layout.sheet.styles[block.style]?.outline ?? 0
    if (outline === 0) return plainTags[block.role] ?? 'P'
    // Levels may not be skipped on the way down (ISO 14289-1 §7.4.2).
    this.headingLevel = Math.min(outline, this.headingLevel + 1, 6)
    return `H${this.headingLevel}` as StructTag
  }

  private contentsEntry(block: TextBlock): void {
    this.contents ??= this.tree.append('TOC', this.place)
    const item = this.tree.append('TOCI', this.contents)
    if (block.target === undefined) {
      this.remember(block, this.tree.append('P', item))
      return
    }
    const link = this.tree.append('Link', this.tree.append('Reference', item))
    this.blocks.set(block.id, {
      text: block.text,
      pieces: [{ from: 0, to: block.text.length, node: link, link: { block: block.target } }],
      drawn: 0,
    })
  }

  private listItem(block: TextBlock): void {
    this.list ??= this.tree.append('L', this.place, { A: { O: 'List', ListNumbering: 'None' } })
    const item = this.tree.append('LI', this.list)
    this.remember(block, this.tree.inline('LBody', item), this.tree.inline('Lbl', item))
  }

  private footnote(block: TextBlock): void {
    const note = this.tree.append('Note', this.place, { ID: this.textString(`note-${block.id}`) })
    this.remember(block, this.tree.inline('P', note), this.tree.inline('Lbl', note))
  }

  private table(block: TableBlock, caption: FlowBlock | undefined): void {
    const table = this.tree.append('Table', this.place)
    if (caption?.kind === 'text' && caption.role === 'table-caption') this.remember(caption, this.tree.append('Caption', table))
    for (const row of block.rows) {
      const rowNode = this.tree.append('TR', table)
      for (const cell of row.cells) {
        const spans = { ...(cell.colSpan > 1 ? { ColSpan: cell.colSpan } : {}), ...(cell.rowSpan > 1 ? { RowSpan: cell.rowSpan } : {}) }
        const attributes = cell.header ? { O: 'Table', Scope: 'Column', ...spans } : { O: 'Table', ...spans }
        const node = this.tree.append(cell.header ? 'TH' : 'TD', rowNode, { A: attributes })
        this.remember(cell.content, node)
      }
    }
  }

  /** Cuts a block's text where its element changes: at its mark, at links, at note marks. */
  private remember(block: TextBlock, node: StructNode, mark?: StructNode): void {
    const pieces: Piece[] = []
    const markEnd = mark === undefined ? 0 : (block.markEnd ?? 0)
    if (mark !== undefined && markEnd > 0) pieces.push({ from: 0, to: markEnd, node: mark })
    for (const run of block.runs) {
      const from = Math.max(run.from, markEnd)
      if (from >= run.to) continue
      if (run.link !== undefined) this.linkPiece(pieces, from, run.to, run.link, node)
      else if (run.note !== undefined) pieces.push({ from, to: run.to, node: this.tree.inline('Reference', node) })
      else extend(pieces, from, run.to, node)
    }
    if (block.runs.length === 0) extend(pieces, markEnd, block.text.length, node)
    this.blocks.set(block.id, { text: block.text, pieces, drawn: 0 })
  }

  private linkPiece(pieces: Piece[], from: number, to: number, url: string, node: StructNode): void {
    const last = pieces.at(-1)
    if (last?.link !== undefined && 'url' in last.link && last.link.url === url && last.to === from) {
      pieces[pieces.length - 1] = { ...last, to }
      return
    }
    pieces.push({ from, to, node: this.tree.inline('Link', node), link: { url } })
  }
}

function extend(pieces: Piece[], from: number, to: number, node: StructNode): void {
  const last = pieces.at(-1)
  if (last?.node === node && last.to === from && last.link === undefined) pieces[pieces.length - 1] = { ...last, to }
  else pieces.push({ from, to, node })
}

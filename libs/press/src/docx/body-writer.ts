import {
  BARE_LINE,
  type FigureBlock,
  type FlowBlock,
  figureSpacing,
  type Layout,
  type RuleBlock,
  ruleSpacing,
  type TextBlock,
  textSpacing,
  twips,
} from '#lib/typeset'
import { pictureXml } from './figure-xml.js'
import type { Numbering } from './numbering.js'
import type { PageFacts } from './page-facts.js'
import { fieldClosing, fieldOpening, fieldXml, plainXml, type RunContext, runsXml } from './run-xml.js'
import type { SectionBreaks } from './section-breaks.js'
import type { WordStyle } from './style-names.js'
import { inkHex } from './styles-part.js'
import { tableXml } from './table-xml.js'

export interface BodyTools {
  readonly layout: Layout
  readonly facts: PageFacts
  readonly styles: ReadonlyMap<string, WordStyle>
  readonly numbering: Numbering
  readonly runs: RunContext
  /** The relationship of a picture's part. */
  readonly pictureRelation: (figure: FigureBlock) => string
  readonly breaks: SectionBreaks
}

/** Writes the flow as the body of word/document.xml: paragraphs with named styles, tables, pictures, contents, bookmarks. */
export class BodyWriter {
  private bookmarkId = 0
  private pictureId = 0

  constructor(private readonly tools: BodyTools) {}

  write(): string {
    return this.tools.layout.flow.map((block, index) => this.block(block, index)).join('')
  }

  private get pitch(): number {
    return this.tools.layout.sheet.master.pitch
  }

  private block(block: FlowBlock, index: number): string {
    const end = this.tools.breaks.ends.get(index) ?? ''
    if (block.kind === 'text') return this.text(block, index, end)
    if (block.kind === 'figure') return this.figure(block, index, end)
    if (block.kind === 'rule') return this.rule(block, index, end)
    const table = tableXml(block, (cell, continued) => (continued ? this.emptyCell(cell.content) : this.text(cell.content, -1, '')))
    // A table can neither end a section nor touch another: it needs a paragraph, made as low as one can be.
    const next = this.tools.layout.flow[index + 1]
    const apart = end === '' && next !== undefined && next.kind !== 'table'
    return apart ? table : `${table}${sectionParagraph(end)}`
  }

  private text(block: TextBlock, index: number, end: string): string {
    if (block.role === 'footnote' && this.tools.runs.noteId(block.id) !== undefined) return ''
    const style = this.styleOf(block)
    const list = this.tools.numbering.items.get(block.id)?.list
    const closes = index >= 0 && index === this.tools.facts.contents.last
    const properties = this.paragraphProperties(block, style, index, list, closes ? '' : end)
    const content =
      block.target === undefined
        ? this.content(block, style, list === undefined ? 0 : (block.markEnd ?? 0))
        : this.contentsEntry(block, style, index)
    return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>${closes && end !== '' ? sectionParagraph(end) : ''}`
  }

  private emptyCell(block: TextBlock): string {
    return `<w:p><w:pPr><w:pStyle w:val="${this.styleOf(block).id}"/></w:pPr></w:p>`
  }

  private styleOf(block: TextBlock): WordStyle {
    const style = this.tools.styles.get(block.style)
    if (style === undefined) throw new Error(`no style ${block.style}`)
    return style
  }

  /** Element order of CT_PPr. */
  private paragraphProperties(block: TextBlock, style: WordStyle, index: number, list: number | undefined, end: string): string {
    return [
      `<w:pStyle w:val="${style.id}"/>`,
      this.pageBreak(block, index),
      list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
      this.tabs(block, style),
      this.spacing(block, style, index),
      end,
    ].join('')
  }

  /** What follows a tab stands flush right, as on the pages; entries of the contents have their tab in their style. */
  private tabs(block: TextBlock, { style }: WordStyle): string {
    if (block.target !== undefined || !block.text.includes('\t')) return ''
    const edge = twips(this.tools.layout.sheet.master.measure - style.right * style.size)
    return `<w:tabs><w:tab w:val="right" w:pos="${edge}"/></w:tabs>`
  }

  /** A page break is asked for only where no section begins. */
  private pageBreak(block: FlowBlock, index: number): string {
    return block.breakBefore === 'none' || this.tools.breaks.starts.has(index) ? '' : '<w:pageBreakBefore/>'
  }

  /**
   * What differs from the blanks of the style: lines of lead, what is wanting to the grid, the lead of a table that follows (a table has no blank above it).
   * Word leaves out the blank above what begins a page; others do not, so it is written as none.
   */
  private spacing(block: TextBlock, { style }: WordStyle, index: number): string {
    const lines = this.tools.facts.lineCounts.get(block.id) ?? 0
    const { before, after } = textSpacing(style, block.lead, lines, this.pitch)
    const next = this.tools.layout.flow[index + 1]
    const above = this.pageBreak(block, index) === '' ? before : 0
    const below = after + (index >= 0 && next?.kind === 'table' ? twips(next.lead * this.pitch) : 0)
    if (above === twips(style.before) && below === twips(style.after)) return ''
    return `<w:spacing w:before="${above}"${below === twips(style.after) ? '' : ` w:after="${below}"`}/>`
  }

  private content(block: TextBlock, { style }: WordStyle, from: number): string {
    const { bookmarks, lastBlocks } = this.tools.facts
    const runs = runsXml(block, style, from, block.text.length, this.tools.runs)
    const names = [bookmarks.get(block.id), lastBlocks.get(block.id)].filter((name) => name !== undefined)
    return names.reduce((inner, name) => {
      const id = this.bookmarkId++
      return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`
    }, runs)
  }

  /** An entry with its stored page number; the field of the whole contents opens with the first and closes with the last. */
  private contentsEntry(block: TextBlock, { style }: WordStyle, index: number): string {
    const { contents, bookmarks, entryBreaks } = this.tools.facts
    const { label } = block
    const titleEnd = label === undefined ? block.text.length : block.text.length - label.length - 1
    const title = runsXml({ ...block, breaks: entryBreaks.get(block.id) ?? [] }, style, 0, titleEnd, this.tools.runs)
    const anchor = bookmarks.get(block.target ?? '') ?? ''
    const number = label === undefined ? '' : `<w:r>${plainXml('\t')}</w:r>${fieldXml(`PAGEREF ${anchor} \\h`, label)}`
    const entry = `<w:hyperlink w:anchor="${anchor}" w:history="1">${title}${number}</w:hyperlink>`
    const opening = index === contents.first ? fieldOpening(`TOC \\o "1-${contents.levels}" \\h \\z \\u`) : ''
    return `${opening}${entry}${index === contents.last ? fieldClosing : ''}`
  }

  /** A picture stands in a line of its own and stays with its caption. */
  private figure(block: FigureBlock, index: number, end: string): string {
    const next = this.tools.layout.flow[index + 1]
    const kept = next?.kind === 'text' && next.role === 'figure-caption' ? '<w:keepNext/>' : ''
    const { before, after, line } = figureSpacing(block, this.pitch)
    const spacing = `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="atLeast"/>`
    this.pictureId++
    const picture = pictureXml(block, this.tools.pictureRelation(block), this.pictureId)
    return `<w:p><w:pPr><w:pStyle w:val="Figure"/>${kept}${this.pageBreak(block, index)}${spacing}${end}</w:pPr>${picture}</w:p>`
  }

  /** A rule is a paragraph with a border and no text; indents make it as short as asked. One that begins a page holds the blank above it in its own line, since Word leaves out any other. */
  private rule(block: RuleBlock, index: number, end: string): string {
    const side = twips((this.tools.layout.sheet.master.measure - block.width) / 2)
    const width = Math.max(2, Math.round(block.weight * 8))
    const { before, after } = ruleSpacing(block, this.pitch)
    const breaks = this.pageBreak(block, index)
    const held = breaks !== '' && before > 0
    const edge = held ? 'bottom' : 'top'
    const border = `<w:pBdr><w:${edge} w:val="single" w:sz="${width}" w:space="0" w:color="${inkHex(block.color)}"/></w:pBdr>`
    const line = held ? ` w:line="${BARE_LINE + before}" w:lineRule="exact"` : ''
    const spacing = `<w:spacing w:before="${held ? 0 : before}" w:after="${after}"${line}/>`
    const indent = side <= 0 ? '' : `<w:ind w:left="${side}" w:right="${side}"/>`
    return `<w:p><w:pPr><w:pStyle w:val="Rule"/>${breaks}${border}${spacing}${indent}${end}</w:pPr></w:p>`
  }
}

/** Ends a section where no text can: after a table, and after the contents, whose field LibreOffice confuses with the section when one paragraph ends both. */
const sectionParagraph = (end: string): string => `<w:p><w:pPr><w:pStyle w:val="Rule"/>${end}</w:pPr></w:p>`

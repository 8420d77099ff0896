import type { BlockId, FigureBlock, FlowBlock, Layout, RuleBlock, TextBlock } from '#lib/typeset'
import { bookmarkNames, type ContentsRange, contentsRange, entryBreaks, lastBlocks } from './contents-facts.js'
import { pictureXml } from './figure-xml.js'
import { twips } from './measures.js'
import type { Numbering } from './numbering.js'
import { fieldClosing, fieldOpening, fieldXml, plainXml, type RunContext, runsXml } from './run-xml.js'
import type { SectionBreaks } from './section-breaks.js'
import type { WordStyle } from './style-names.js'
import { inkHex } from './styles-part.js'
import { tableXml } from './table-xml.js'

export interface BodyTools {
  readonly layout: Layout
  readonly styles: ReadonlyMap<string, WordStyle>
  readonly numbering: Numbering
  readonly runs: RunContext
  /** The relationship of a picture's part. */
  readonly pictureRelation: (figure: FigureBlock) => string
  readonly breaks: SectionBreaks
}

/** Writes the flow as the body of word/document.xml: paragraphs with named styles, tables, pictures, contents, bookmarks. */
export class BodyWriter {
  private readonly bookmarks: ReadonlyMap<BlockId, string>
  private readonly contents: ContentsRange
  private readonly entryBreaks: ReadonlyMap<BlockId, readonly number[]>
  private readonly lastBlocks: ReadonlyMap<BlockId, string>
  private bookmarkId = 0
  private pictureId = 0

  constructor(private readonly tools: BodyTools) {
    this.bookmarks = bookmarkNames(tools.layout)
    this.contents = contentsRange(tools.layout)
    this.entryBreaks = entryBreaks(tools.layout)
    this.lastBlocks = lastBlocks(tools.layout)
  }

  write(): string {
    return this.tools.layout.flow.map((block, index) => this.block(block, index)).join('')
  }

  private block(block: FlowBlock, index: number): string {
    const end = this.tools.breaks.ends.get(index) ?? ''
    if (block.kind === 'text') return this.text(block, index, end)
    if (block.kind === 'figure') return this.figure(block, index, end)
    if (block.kind === 'rule') return this.rule(block, end)
    const table = tableXml(block, (cell, continued) => (continued ? this.emptyCell(cell.content) : this.text(cell.content, -1, '')))
    // A table can neither end a section nor touch another: it needs a paragraph, made as low as one can be.
    const next = this.tools.layout.flow[index + 1]
    const lonely = end === '' && next !== undefined && next.kind !== 'table'
    return lonely ? table : `${table}${sectionParagraph(end)}`
  }

  private text(block: TextBlock, index: number, end: string): string {
    if (block.role === 'footnote' && this.tools.runs.noteId(block.id) !== undefined) return ''
    const style = this.styleOf(block)
    const item = this.tools.numbering.items.get(block.id)
    const closes = index >= 0 && index === this.contents.last
    const properties = this.paragraphProperties(block, style, index, item?.list, closes ? '' : end)
    const content =
      block.target !== undefined
        ? this.contentsEntry(block, style, index)
        : this.content(block, style, item === undefined ? 0 : (block.markEnd ?? 0))
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

  /** Element order of CT_PPr. A page break is asked for only where no section begins. */
  private paragraphProperties(block: FlowBlock, style: WordStyle, index: number, list: number | undefined, end: string): string {
    const opens = this.tools.breaks.starts.has(index)
    const before =
      block.lead === 0 ? '' : `<w:spacing w:before="${twips(style.style.before + block.lead * this.tools.layout.sheet.master.pitch)}"/>`
    return [
      `<w:pStyle w:val="${style.id}"/>`,
      block.breakBefore !== 'none' && !opens ? '<w:pageBreakBefore/>' : '',
      list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
      before,
      end,
    ].join('')
  }

  private content(block: TextBlock, style: WordStyle, from: number): string {
    const runs = runsXml(block, style.style, from, block.text.length, this.tools.runs)
    const names = [this.bookmarks.get(block.id), this.lastBlocks.get(block.id)].filter((name) => name !== undefined)
    return names.reduce((inner, name) => {
      const id = this.bookmarkId++
      return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`
    }, runs)
  }

  /** An entry with its stored page number; the field of the whole contents opens with the first. */
  private contentsEntry(block: TextBlock, style: WordStyle, index: number): string {
    const label = block.label
    const titleEnd = label === undefined ? block.text.length : block.text.length - label.length - 1
    const title = runsXml({ ...block, breaks: this.entryBreaks.get(block.id) ?? [] }, style.style, 0, titleEnd, this.tools.runs)
    const anchor = this.bookmarks.get(block.target ?? '')
    const number =
      label === undefined || anchor === undefined ? '' : `<w:r>${plainXml('\t')}</w:r>${fieldXml(`PAGEREF ${anchor} \\h`, label)}`
    const entry = anchor === undefined ? title : `<w:hyperlink w:anchor="${anchor}" w:history="1">${title}${number}</w:hyperlink>`
    return `${index === this.contents.first ? fieldOpening(`TOC \\o "1-${this.contents.levels}" \\h \\z \\u`) : ''}${entry}${index === this.contents.last ? fieldClosing : ''}`
  }

  private figure(block: FigureBlock, index: number, end: string): string {
    const next = this.tools.layout.flow[index + 1]
    const kept = next?.kind === 'text' && next.role === 'figure-caption' ? '<w:keepNext/>' : ''
    const page = block.breakBefore === 'none' || this.tools.breaks.starts.has(index) ? '' : '<w:pageBreakBefore/>'
    const before = block.lead === 0 ? '' : `<w:spacing w:before="${twips(block.lead * this.tools.layout.sheet.master.pitch)}"/>`
    this.pictureId++
    return `<w:p><w:pPr><w:pStyle w:val="Figure"/>${kept}${page}${before}${end}</w:pPr>${pictureXml(block, this.tools.pictureRelation(block), this.pictureId)}</w:p>`
  }

  /** A rule is a paragraph with a border and no text; indents make it as short as asked. */
  private rule(block: RuleBlock, end: string): string {
    const { measure, pitch } = this.tools.layout.sheet.master
    const side = twips((measure - block.width) / 2)
    const border = `<w:pBdr><w:top w:val="single" w:sz="${Math.max(2, Math.round(block.weight * 8))}" w:space="0" w:color="${inkHex(block.color)}"/></w:pBdr>`
    const spacing = `<w:spacing w:before="${twips(block.before + block.lead * pitch)}" w:after="${Math.max(0, twips(block.after) - 20)}"/>`
    const indent = side <= 0 ? '' : `<w:ind w:left="${side}" w:right="${side}"/>`
    return `<w:p><w:pPr><w:pStyle w:val="Rule"/>${border}${spacing}${indent}${end}</w:pPr></w:p>`
  }
}

/** Ends a section where no text can: after a table, and after the contents, whose field LibreOffice confuses with the section when one paragraph ends both. */
const sectionParagraph = (end: string): string => `<w:p><w:pPr><w:pStyle w:val="Rule"/>${end}</w:pPr></w:p>`

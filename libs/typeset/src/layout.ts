/**
 * What the typesetter hands to the writers: one layout, two uses.
 * PDF draws `pages`; DOCX writes `flow` and asks the pages for facts. Plain readonly data that survives JSON.
 * Lengths in pt (1/72 inch); origin top left, y downwards; text positions are UTF-16 offsets into the block's `text`.
 */
import type { ImageRef, Warning } from '#lib/editorial'

export type Pt = number

/** The faces a house style chooses from by their work on the page. */
export type FaceRole = 'song' | 'fangsong' | 'hei' | 'kai' | 'title'

/** A face that was really drawn with: its id among the faces handed in. */
export type FaceId = string

export type BlockId = string

export type StyleName = string

export interface Layout {
  readonly facts: DocumentFacts
  readonly sheet: Sheet
  readonly sections: readonly Section[]
  readonly flow: readonly FlowBlock[]
  readonly pages: readonly Page[]
  /** Every heading, column label and article title with the page it landed on, in reading order. */
  readonly landmarks: readonly Landmark[]
  readonly warnings: readonly LayoutWarning[]
}

/** What goes into document properties and file names. */
export interface DocumentFacts {
  /** 规划与决策2024年第10期（总第20期） */
  readonly title: string
  readonly publication: string | null
  readonly publisher: string | null
  readonly editors: readonly string[]
  /** ISO date of the issue, or null; the only date that may enter the bytes. */
  readonly date: string | null
  readonly language: 'zh-CN'
}

export interface LayoutWarning extends Warning {
  /** Index of the article in reading order, where the warning belongs to one. */
  readonly article?: number
  /** Sheet number from 1, where the warning has a page. */
  readonly page?: number
}

/* ---------- styles ---------- */

/** Page master and named styles, resolved from a template: all numbers are final. */
export interface Sheet {
  readonly master: PageMaster
  readonly styles: Readonly<Record<StyleName, TextStyle>>
}

export interface PageMaster {
  readonly width: Pt
  readonly height: Pt
  readonly head: Pt
  readonly foot: Pt
  /** Binding margin 订口: left on a recto, right on a verso when mirrored. */
  readonly binding: Pt
  /** Outer margin 切口. */
  readonly fore: Pt
  readonly mirrored: boolean
  /** Base line pitch of the grid. */
  readonly pitch: Pt
  /** Lines a full page holds. */
  readonly lines: number
  /** Width of the type area 版心. */
  readonly measure: Pt
}

export interface TextStyle {
  readonly name: StyleName
  /** The name a Word user sees: 正文, 一级标题. */
  readonly title: string
  readonly role: BlockRole
  readonly face: FaceRole
  readonly bold: boolean
  readonly color: Color
  readonly size: Pt
  readonly pitch: Pt
  readonly align: 'justify' | 'left' | 'center' | 'right'
  /** In em of `size`. */
  readonly firstIndent: number
  readonly left: number
  readonly right: number
  /** Blank above and below, pt, a multiple of the grid's pitch where the style stands in the body. */
  readonly before: Pt
  readonly after: Pt
  readonly keepNext: boolean
  readonly keepTogether: boolean
  /** Level in the outline 1–6, or 0 for none. */
  readonly outline: number
}

/** Names of inks, not of numbers: a writer knows what each is on its medium. */
export type Color = 'black' | 'red' | 'grey' | 'link'

/* ---------- flow ---------- */

/** What a block is for: the PDF takes its tag from it, the DOCX its paragraph style. */
export type BlockRole =
  | 'masthead'
  | 'publisher'
  | 'issue-number'
  | 'cover-line'
  | 'contents-heading'
  | 'contents-column'
  | 'contents-entry'
  | 'column-label'
  | 'kicker'
  | 'article-title'
  | 'article-subtitle'
  | 'byline'
  | 'source-line'
  | 'document-number'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'heading-4'
  | 'paragraph'
  | 'addressee'
  | 'letter-heading'
  | 'signature'
  | 'signature-date'
  | 'quote'
  | 'speaker'
  | 'turn'
  | 'list-item'
  | 'table-caption'
  | 'table-cell'
  | 'table-note'
  | 'figure-caption'
  | 'link-line'
  | 'attribution'
  | 'author-note'
  | 'annex-label'
  | 'annex-title'
  | 'footnote'
  | 'colophon'
  | 'furniture'

export type FlowBlock = TextBlock | TableBlock | FigureBlock | RuleBlock

interface FlowPlace {
  readonly id: BlockId
  /** Index into `sections`. */
  readonly section: number
  /** Index of the article in reading order; null for cover, contents, colophon. */
  readonly article: number | null
  /** Starts a new page (or a new recto) before this block. */
  readonly breakBefore: 'none' | 'page' | 'recto'
  /** Blank lines of the grid the harmoniser asks for before this block, the same in both writers. */
  readonly lead: number
}

export interface TextBlock extends FlowPlace {
  readonly kind: 'text'
  readonly role: BlockRole
  readonly style: StyleName
  /** A tab pushes what follows it to the right edge of the last line (publisher left, date right; a contents entry's label). */
  readonly text: string
  /** Cover `text` without gaps, in order. */
  readonly runs: readonly FlowRun[]
  /** A contents entry: the block it points to. */
  readonly target?: BlockId
  /** A contents entry: the printed page label of the target; it ends `text`, after one tab that is drawn as leaders. */
  readonly label?: string
  /** A contents entry: offset in `text` where the label starts; the tab is the character before it. */
  readonly labelFrom?: number
  /** Lines broken by the typesetter (balanced titles): offsets a writer that breaks for itself must honour. */
  readonly breaks?: readonly number[]
  /** A list item's or a footnote's mark; part of `text` at its start, up to this offset. */
  readonly markEnd?: number
}

export interface FlowRun {
  readonly from: number
  readonly to: number
  readonly face: FaceRole
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly position?: 'sup' | 'sub'
  readonly color?: Color
  readonly link?: string
  /** A footnote mark: the id of the footnote's block, which stands in `flow` after the article's blocks with role `footnote`. */
  readonly note?: BlockId
}

export interface TableBlock extends FlowPlace {
  readonly kind: 'table'
  readonly columns: readonly Pt[]
  readonly headerRows: number
  readonly rows: readonly TableRow[]
  /** What the table is about, for readers who cannot see it. */
  readonly alt: string
}

export interface TableRow {
  readonly height: Pt
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  readonly header: boolean
  readonly content: TextBlock
}

export interface FigureBlock extends FlowPlace {
  readonly kind: 'figure'
  readonly image: ImageRef
  readonly alt: string
  readonly width: Pt
  readonly height: Pt
}

/** A ruled line across the measure: 反线 of a masthead, a separator. */
export interface RuleBlock extends FlowPlace {
  readonly kind: 'rule'
  readonly weight: Pt
  readonly color: Color
  readonly width: Pt
  /** Blank above and below. */
  readonly before: Pt
  readonly after: Pt
}

/* ---------- sections and page furniture ---------- */

export interface Section {
  readonly role: 'cover' | 'contents' | 'body' | 'colophon'
  readonly startOn: 'page' | 'recto'
  readonly numbering: { readonly format: 'none' | 'roman' | 'decimal'; readonly start: number }
  /** Patterns by place: `— {page} —`, `共 {pages} 页 第 {page} 页`; null for nothing. */
  readonly header: Furniture | null
  readonly footer: Furniture | null
}

export interface Furniture {
  readonly style: StyleName
  /** Text with slots `{page}` `{pages}` and everything else already filled. */
  readonly pattern: string
  /** `outer` is right on a recto and left on a verso, `inset` em from the edge. */
  readonly place: 'center' | 'left' | 'right' | 'outer'
  readonly inset: number
  /** Baseline measured from the page's top edge. */
  readonly y: Pt
  readonly rule: { readonly y: Pt; readonly weight: Pt; readonly color: Color } | null
}

/* ---------- pages ---------- */

export interface Page {
  /** Sheet side from 1. */
  readonly number: number
  /** As printed, `''` where none is printed. */
  readonly label: string
  readonly section: number
  readonly side: 'recto' | 'verso'
  readonly blank: boolean
  readonly width: Pt
  readonly height: Pt
  /** In reading order. */
  readonly lines: readonly Line[]
  /** Folios, running heads, leaders: drawn, not read. */
  readonly furniture: readonly FurnitureLine[]
  readonly art: readonly Art[]
}

/** One line of a block: which characters, where its baseline lies, and each glyph's place. It never copies text. */
export interface Line {
  readonly block: BlockId
  readonly from: number
  readonly to: number
  /** Left edge of the line; glyph offsets count from here. */
  readonly x: Pt
  /** Baseline. */
  readonly y: Pt
  readonly runs: readonly GlyphRun[]
}

/** Glyphs of one face, size and colour: one glyph a code point, in text order. */
export interface GlyphRun {
  readonly face: FaceId
  readonly size: Pt
  readonly from: number
  readonly to: number
  readonly glyphs: readonly number[]
  /** Left edge of each glyph's origin, from `Line.x`. */
  readonly at: readonly Pt[]
  readonly color: Color
  /** Raised (sup) or lowered (sub) baseline, pt upwards. */
  readonly rise: Pt
  /** Stroke added around glyphs to stand in for a missing bold, pt; 0 for none. */
  readonly embolden: Pt
  /** Horizontal shear standing in for italics, 0 for none. */
  readonly slant: number
  readonly underline: boolean
  readonly link?: string
}

export interface FurnitureLine {
  /** `table-header` is a header row drawn again on a later page; `missing-glyph` is the U+XXXX in the box of a character no face has. */
  readonly kind: 'folio' | 'running-head' | 'leader' | 'watermark' | 'table-header' | 'missing-glyph'
  readonly text: string
  readonly x: Pt
  readonly y: Pt
  readonly runs: readonly GlyphRun[]
}

export type Art = RuleArt | ImageArt | BoxArt

export interface RuleArt {
  readonly kind: 'rule'
  readonly x1: Pt
  readonly y1: Pt
  readonly x2: Pt
  readonly y2: Pt
  readonly weight: Pt
  readonly color: Color
  readonly block: BlockId | null
}

export interface ImageArt {
  readonly kind: 'image'
  readonly block: BlockId
  readonly sha256: string
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}

/** An empty frame: drawn round U+XXXX where no face has a character (drafts only). */
export interface BoxArt {
  readonly kind: 'box'
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
  readonly weight: Pt
  readonly color: Color
}

/** Where a heading landed: contents, outline, named destinations and DOCX results all come from here. */
export interface Landmark {
  readonly block: BlockId
  readonly kind: 'column' | 'article' | 'heading'
  /** Depth in the outline, from 1. */
  readonly level: number
  readonly title: string
  readonly page: number
  readonly label: string
  readonly y: Pt
  readonly article: number | null
}

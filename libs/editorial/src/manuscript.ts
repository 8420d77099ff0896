/**
 * The block tree every room speaks: what an article says, without how it looks.
 * Plain readonly data; text positions are UTF-16 offsets into `blockText(block)`.
 */

/** How a stretch of text is emphasised. `kai` is the 楷体 emphasis of official Chinese; italics are for Latin words only. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly kai?: boolean
  readonly position?: 'sup' | 'sub'
  /** http, https or mailto address. */
  readonly link?: string
  /** Key into `notes` of the article: a footnote mark stands after this run. */
  readonly note?: string
}

/** A picture by what it is: the bytes are kept once, by their SHA-256 in hex. */
export interface ImageRef {
  readonly sha256: string
  readonly mediaType: 'image/png' | 'image/jpeg'
  /** Size in pixels. */
  readonly width: number
  readonly height: number
}

/** 一、 is level 1, （一） level 2, 1. level 3, （1） level 4; the number is part of the text. */
export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly runs: readonly Run[]
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly runs: readonly Run[]
}

/** 主送机关 or 称呼: flush left, no indent, ends with a full-width colon. */
export interface Addressee {
  readonly kind: 'addressee'
  readonly runs: readonly Run[]
}

/** 回 信, 贺 信: the centred heading of a letter set inside an article. */
export interface LetterHeading {
  readonly kind: 'letterHeading'
  readonly text: string
}

/** 落款: one line of names a row (joint signatures share rows), then the date as printed. */
export interface Signature {
  readonly kind: 'signature'
  readonly organs: readonly string[]
  readonly date: string | null
}

/** 发文字号, as 国发〔2024〕1号, where it stands inside a body. */
export interface DocumentNumber {
  readonly kind: 'documentNumber'
  readonly text: string
}

export interface Quote {
  readonly kind: 'quote'
  readonly runs: readonly Run[]
}

/** One turn of an interview or a press conference: who speaks, and the paragraphs said. */
export interface Turn {
  readonly kind: 'turn'
  readonly speaker: string
  readonly role: 'question' | 'answer'
  readonly paragraphs: readonly (readonly Run[])[]
}

export interface ListItem {
  /** The mark as printed: `1．`, `——`, `•`. */
  readonly label: string
  readonly level: number
  readonly runs: readonly Run[]
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly ListItem[]
}

export interface Cell {
  readonly runs: readonly Run[]
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly align?: 'left' | 'center' | 'right'
}

/** Cells stand row by row; a cell covered by a span is left out, as in HTML. */
export interface Table {
  readonly kind: 'table'
  readonly caption: string | null
  /** How many leading rows are repeated on every page. */
  readonly headerRows: number
  readonly rows: readonly (readonly Cell[])[]
  /** A remark or source line under the table. */
  readonly note: string | null
}

export interface Figure {
  readonly kind: 'figure'
  readonly image: ImageRef
  readonly caption: string | null
  /** What the picture shows, for readers who cannot see it. */
  readonly alt: string
}

/** An address alone on its line. */
export interface LinkLine {
  readonly kind: 'linkLine'
  readonly url: string
}

/** （摘自：教育部网站 2023-12-22）: where a text comes from, at its end. */
export interface Attribution {
  readonly kind: 'attribution'
  readonly text: string
}

/** （作者系……）: a remark on the author at the end. */
export interface AuthorNote {
  readonly kind: 'authorNote'
  readonly runs: readonly Run[]
}

/** 附件1 and its title: opens an annex inside the article. */
export interface AnnexStart {
  readonly kind: 'annexStart'
  readonly label: string
  readonly title: string | null
}

export interface Separator {
  readonly kind: 'separator'
}

export type Block =
  | Heading
  | Paragraph
  | Addressee
  | LetterHeading
  | Signature
  | DocumentNumber
  | Quote
  | Turn
  | List
  | Table
  | Figure
  | LinkLine
  | Attribution
  | AuthorNote
  | AnnexStart
  | Separator

export type BlockKind = Block['kind']

/** Where one field of a manuscript was read, so that an editor can judge it. */
export interface Provenance {
  readonly field: 'title' | 'subtitle' | 'author' | 'source' | 'sourceDate' | 'url' | 'documentNumber' | 'organ' | 'documentDate' | 'body'
  /** In words: `meta ContentSource`, `第 3 行`, `文件名`. */
  readonly from: string
}

/** Something a reader noticed while reading: the result stands, a person should look. */
export interface Warning {
  /** `room/what-happened`; never changes. */
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  /** Index into `blocks`, where the warning has a place. */
  readonly block?: number
}

/** What an article says: the content of one version. Dates are ISO, as precise as known: `2024`, `2024-10`, `2024-10-08`. */
export interface ArticleContent {
  readonly title: string
  readonly subtitle: string | null
  /** A person or an organ, as printed: `苏见山`. */
  readonly author: string | null
  /** Without 来源： and without 《》. */
  readonly source: string | null
  readonly sourceDate: string | null
  readonly url: string | null
  readonly documentNumber: string | null
  /** 成文日期 or the bracketed date line under the title, ISO. */
  readonly documentDate: string | null
  readonly blocks: readonly Block[]
  /** Footnotes by key. */
  readonly notes: Readonly<Record<string, readonly Run[]>>
}

/** An article of which nothing is known yet and which says nothing: what there is is spread over it. */
export const EMPTY_ARTICLE: ArticleContent = {
  title: '',
  subtitle: null,
  author: null,
  source: null,
  sourceDate: null,
  url: null,
  documentNumber: null,
  documentDate: null,
  blocks: [],
  notes: {},
}

/** What `ingest` makes of a snapshot: an article and what was noticed on the way. */
export interface Manuscript {
  readonly content: ArticleContent
  /** 发文机关 of an official document: who issued it, whatever stands as its author. */
  readonly organ: string | null
  readonly provenance: readonly Provenance[]
  readonly warnings: readonly Warning[]
  /** Pictures found in the snapshot, to be stored by hash. */
  readonly pictures: readonly Picture[]
  /** Files offered with the text, to be fetched where wanted. */
  readonly offered: readonly OfferedFile[]
}

/** A file that a page or a mail offers beside its text. */
export interface OfferedFile {
  readonly name: string
  /** Where it is to be had; `cid:` and the like for files that came along. */
  readonly url: string
}

export interface Picture {
  readonly ref: ImageRef
  readonly bytes: Uint8Array
}

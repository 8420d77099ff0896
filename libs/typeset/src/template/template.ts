import type { BlockRole, Color, FaceRole, Pt, StyleName, TextStyle } from '../layout.js'

/** A house style, read and checked: everything a bulletin decides for itself. Lengths in pt, blanks above and below in lines of the grid. */
export interface Template {
  readonly name: string
  readonly title: string
  readonly numbering: { readonly pattern: string; readonly total: boolean }
  /** Title of the whole document: `{publication}{number}`. */
  readonly documentTitle: string
  readonly page: PagePlan
  readonly styles: Readonly<Record<StyleName, StyleChange>>
  readonly cover: CoverPlan | null
  readonly contents: ContentsPlan | null
  readonly columns: ColumnPlan
  readonly articles: ArticlePlan
  readonly header: FurniturePlan | null
  readonly footer: FurniturePlan | null
  readonly colophon: ColophonPlan | null
}

export interface PagePlan {
  readonly width: Pt
  readonly height: Pt
  readonly head: Pt
  readonly binding: Pt
  readonly mirrored: boolean
  /** Characters a line, lines a page, size and pitch of the body: they make the type area 版心. */
  readonly characters: number
  readonly lines: number
  readonly size: Pt
  readonly pitch: Pt
  /** Sheets folded and stitched: the page count wants to be a multiple of this. */
  readonly multipleOf: number
}

export interface StyleChange {
  readonly title?: string
  readonly face?: FaceRole
  readonly bold?: boolean
  readonly color?: Color
  readonly size?: Pt
  readonly pitch?: Pt
  readonly align?: TextStyle['align']
  readonly firstIndent?: number
  readonly left?: number
  readonly right?: number
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
  readonly keepTogether?: boolean
}

export interface CoverLine {
  readonly role: BlockRole
  readonly text: string
  /** Blank lines of the grid above. */
  readonly before: number
  /** Left out when this slot is known: a number that the issue's own title lines already say. */
  readonly unless: string | null
}

export interface CoverRule {
  readonly rule: Pt
  readonly color: Color
  /** Blank lines above and below. */
  readonly before: number
  readonly after: number
}

export interface CoverPlan {
  /** A page of its own, or the head of the first page 报头. */
  readonly kind: 'page' | 'head'
  readonly lines: readonly (CoverLine | CoverRule)[]
}

export interface ContentsPlan {
  readonly heading: string
  /** Pages of their own, or 本期要目 under the head of the first page. */
  readonly place: 'own' | 'head'
  readonly startOn: 'page' | 'recto'
  readonly numbering: 'none' | 'roman'
  /** How a column stands in the contents: `【{name}】`, `{一}、{name}`; null when columns are not named there. */
  readonly column: string | null
  readonly columnPage: boolean
  /** Person before the title: `{author} {title}`; null for the bare title. */
  readonly person: string | null
  /** What joins a subtitle to its title, as ——; null leaves subtitles out. */
  readonly subtitle: string | null
  readonly leader: string
  /** Room kept free at the right for the number, in em of the entry. */
  readonly reserve: number
}

export interface ColumnPlan {
  /** Label in the body; null when columns are named in the contents only. */
  readonly label: string | null
}

export interface ArticlePlan {
  readonly startOn: 'flow' | 'page' | 'recto'
  /** Where a person stands: before the title, on a line after it, in brackets at the end, or nowhere. */
  readonly person: 'prefix' | 'line' | 'end' | 'none'
  readonly prefix: string
  readonly subtitle: 'below' | 'above' | 'none'
  readonly subtitleMark: string
  readonly source: SourcePlan
  readonly documentNumber: boolean
  /** Blank lines between the head of an article and its body. */
  readonly gapAfterHead: number
  /** （2024年9月21日） under the title; null leaves it out. */
  readonly documentDate: string | null
  /** （一）……。 at a paragraph's head stands in 楷体, as a heading run into its text. */
  readonly runInHeadings: boolean
  readonly annexOnNewPage: boolean
}

export interface SourcePlan {
  readonly position: 'after-title' | 'end' | 'none'
  readonly pattern: string
  /** Added where a date is known: ` {date}`; null prints no date. */
  readonly dated: string | null
  readonly dateForm: 'chinese' | 'padded' | 'iso'
  /** 《》 round the source: papers only, always, never. */
  readonly marks: 'papers' | 'always' | 'never'
  /** A 发文字号 stands instead of a source, never both. */
  readonly notWithDocumentNumber: boolean
}

export interface FurniturePlan {
  /** Parts joined by a wide blank; one whose slot is unknown is left out. */
  readonly parts: readonly string[]
  readonly place: 'center' | 'left' | 'right' | 'outer'
  readonly inset: number
  /** Distance of the text's top edge from the type area. */
  readonly distance: Pt
  readonly rule: Pt
  readonly onContents: boolean
}

export interface ColophonPlan {
  readonly lines: readonly string[]
}

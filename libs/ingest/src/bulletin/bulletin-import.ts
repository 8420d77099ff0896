import type { ArticleContent, Picture, Provenance, Warning } from '#lib/editorial'
import type { Change } from '../tidy/change.js'
import type { ConcordanceEntry } from './concordance.js'
import type { Repaired } from './repair.js'
import type { Substitution } from './substitution.js'

/** A past bulletin taken apart: its articles in their columns, what the cover says, and where every line went. */
export interface BulletinImport {
  readonly profile: 'wrapped' | 'page-wise' | 'flow'
  readonly facts: BulletinFacts
  readonly columns: readonly ImportedColumn[]
  readonly lines: LineAccount
  readonly damage: Damage
  /** The suspected characters in their words; empty where nothing is damaged. */
  readonly concordance: readonly ConcordanceEntry[]
  /** The repairs that were asked for and made, with how often. */
  readonly repaired: readonly Repaired[]
  /** What a person should look at, in the order of the lines. */
  readonly doubts: readonly Doubt[]
  /** Pictures of all articles, to be stored by hash. */
  readonly pictures: readonly Picture[]
  /** The shipped house style this looks like; null when nothing says so. */
  readonly style: string | null
}

/** What the cover, the contents page and the footers say of the issue; unknown is null, nothing is invented. */
export interface BulletinFacts {
  readonly publication: string | null
  readonly publisher: string | null
  readonly year: number | null
  readonly number: number | null
  readonly totalNumber: number | null
  /** ISO, as precise as printed. */
  readonly date: string | null
  /** The cover's title where it runs over several lines. */
  readonly titleLines: readonly string[]
  readonly editors: readonly string[]
  readonly contact: string | null
}

export interface ImportedColumn {
  readonly name: string | null
  readonly articles: readonly ImportedArticle[]
}

export interface ImportedArticle {
  readonly content: ArticleContent
  /** First and last physical line, from 1. */
  readonly lines: readonly [number, number]
  /** The page its contents line names. */
  readonly contentsPage: number | null
  readonly provenance: readonly Provenance[]
  readonly warnings: readonly Warning[]
  readonly changes: readonly Change[]
}

/** nonBlank = frontMatter + contents + labels + articles + residue.length, always. */
export interface LineAccount {
  readonly nonBlank: number
  readonly frontMatter: number
  readonly contents: number
  readonly labels: number
  readonly articles: number
  /** Numbers of the lines that went nowhere: running feet, page numbers, and what could not be placed. */
  readonly residue: readonly number[]
}

/** A text layer whose characters stand for others. */
export interface Damage {
  readonly detected: boolean
  /** How many characters of the text are suspected to be wrong. */
  readonly suspectCharacters: number
  readonly substitutions: readonly Substitution[]
}

export interface Doubt {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  /** The physical line, from 1, where there is one. */
  readonly line: number | null
}

import type { ArticleContent, Roster } from '#lib/editorial'
import type { Field, Severity } from './finding.js'
import type { Passage } from './passages.js'

/** What a rule may know besides the article. All optional: a rule that lacks its knowledge keeps silent. */
export interface ProofContext {
  /** ISO date of the issue the article is placed in. */
  readonly issueDate?: string | null
  /** Whether a 发文字号 counts as the source. House: yes in every style seen. */
  readonly documentNumberCounts?: boolean
  /** What the unit knows by date: people, bodies, meetings, wording, documents, sources. */
  readonly roster?: Roster
  /** Rules this publication has switched off. */
  readonly off?: readonly string[]
}

/** A place in one passage, offsets from the passage's start. */
export interface Hit {
  readonly from: number
  readonly to: number
  readonly suggestion?: string | null
  readonly params?: Readonly<Record<string, string | number>>
}

/** A place anywhere in the article. */
export interface ArticleHit {
  readonly block: number | null
  readonly field?: Field
  readonly from: number
  readonly to: number
  readonly suggestion?: string | null
  readonly params?: Readonly<Record<string, string | number>>
}

interface AnyRule {
  /** Names the rule for ever; its sentence is `proof/<id>`. */
  readonly id: string
  readonly family: Family
  readonly severity: Severity
  /** Standard and clause, or House with the reason. */
  readonly source: string
  /** Whether its suggestions may be put in all at once. */
  readonly batch?: boolean
}

export type Family = 'head' | 'safety' | 'wording' | 'marks' | 'numbers' | 'structure' | 'characters' | 'debris'

/** Looks at one paragraph, heading, cell or caption at a time. */
export interface PassageRule extends AnyRule {
  readonly kind: 'passage'
  readonly check: (passage: Passage) => readonly Hit[]
  /** `今天⟨,→，⟩我们`: the place that must be found, and its suggestion. */
  readonly fires: readonly string[]
  readonly silent: readonly string[]
}

/** Looks at the whole article. */
export interface ArticleRule extends AnyRule {
  readonly kind: 'article'
  readonly check: (content: ArticleContent, context: ProofContext) => readonly ArticleHit[]
  readonly fires: readonly ArticleExample[]
  readonly silent: readonly ArticleExample[]
}

/** An article in miniature: a paragraph a line, headings by their number; what must be found is marked as in a passage. */
export interface ArticleExample {
  readonly head?: Partial<Omit<ArticleContent, 'blocks' | 'notes'>>
  readonly body?: readonly string[]
  readonly context?: ProofContext
}

export type Rule = PassageRule | ArticleRule

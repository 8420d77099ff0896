import type { ArticleContent } from '#lib/editorial'

/** What was written but not saved, kept in this browser so that a crash costs nothing. */
export interface LocalDraft {
  /** The version it was written on. */
  readonly base: number
  readonly at: string
  readonly content: ArticleContent
}

const keyOf = (article: string): string => `bianyin.draft.${article}`

export function keptDraft(article: string): LocalDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(article)) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

/** Whether it could be kept; a browser without room says no. */
export function keepDraft(article: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(keyOf(article), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(article: string): void {
  try {
    localStorage.removeItem(keyOf(article))
  } catch {
    // Nothing was kept, then.
  }
}

const isDraft = (value: unknown): value is LocalDraft =>
  value !== null &&
  typeof value === 'object' &&
  'base' in value &&
  typeof value.base === 'number' &&
  'content' in value &&
  value.content !== null &&
  typeof value.content === 'object' &&
  'blocks' in value.content &&
  Array.isArray(value.content.blocks)

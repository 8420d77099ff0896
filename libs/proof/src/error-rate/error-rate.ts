import { ERROR_KINDS, type ErrorKind, type ErrorWeight } from './error-kinds.js'

/** One error a person confirmed. */
export interface ConfirmedError {
  readonly kind: ErrorKind
  /** What stands there wrongly: the same word of one kind is the same error again. */
  readonly word: string
  /** The printed page it stands on, where known. */
  readonly page: number | null
}

/** What the errors of a publication count together, by the official rules; a multiple of 0.1. */
export function countErrors(errors: readonly ConfirmedError[]): number {
  const kinds = [...new Set(errors.map(({ kind }) => kind))]
  return (
    kinds.reduce(
      (sum, kind) =>
        sum +
        tenthsOfKind(
          errors.filter((error) => error.kind === kind),
          ERROR_KINDS[kind],
        ),
      0,
    ) / 10
  )
}

function tenthsOfKind(errors: readonly ConfirmedError[], weight: ErrorWeight): number {
  if (weight.beyond !== undefined && errors.length > weight.beyond.places) return weight.beyond.tenths
  const words = [...new Set(errors.map(({ word }) => word))]
  const sum = words.reduce((total, word) => {
    const places = errors.filter((error) => error.word === word)
    const tenths = (weight.oncePage === true ? placesByPage(places) : places.length) * weight.tenths
    return total + (weight.most?.of === 'word' ? Math.min(tenths, weight.most.tenths) : tenths)
  }, 0)
  return weight.most?.of === 'kind' ? Math.min(sum, weight.most.tenths) : sum
}

/** Places on one page are one; where the page is not known, each is its own. */
function placesByPage(places: readonly ConfirmedError[]): number {
  const pages = places.map(({ page }) => page)
  return new Set(pages.filter((page) => page !== null)).size + pages.filter((page) => page === null).length
}

/** Errors in ten thousand characters (万分比), to a hundredth; null where nothing was printed. Source: 图书编校质量差错率计算方法 一. */
export const errorRate = (count: number, characters: number): number | null =>
  characters <= 0 ? null : Math.round((count * 10_000 * 100) / characters) / 100

/** The highest rate that passes, in ten thousand. Sources: 图书质量管理规定 第五条; 报纸期刊质量管理规定（国新出发〔2020〕10号）, for periodicals. */
export const PASSING_RATE = { book: 1, periodical: 2 } as const

/** The characters of a publication as the rules count them: full lines times lines a page times pages, blank ones with them. Source: 图书编校质量差错率计算方法 二. */
export const countedCharacters = (page: { readonly charactersALine: number; readonly lines: number }, pages: number): number =>
  page.charactersALine * page.lines * pages

/** Count and rate by anything errors can be told apart by: issue, kind, stage. In the order the keys first come. */
export function ratesBy<Error extends ConfirmedError>(
  errors: readonly Error[],
  keyOf: (error: Error) => string,
  charactersOf: (key: string) => number,
): readonly { readonly key: string; readonly count: number; readonly rate: number | null }[] {
  return [...new Set(errors.map(keyOf))].map((key) => {
    const count = countErrors(errors.filter((error) => keyOf(error) === key))
    return { key, count, rate: errorRate(count, charactersOf(key)) }
  })
}

/** The kind under which a finding of a rule is counted once a person has confirmed it. */
export const kindOfFamily = (family: string): ErrorKind =>
  (
    ({
      marks: 'mark',
      numbers: 'figure',
      characters: 'character',
      structure: 'layout',
      debris: 'words',
      head: 'sense',
      safety: 'sense',
    }) as const
  )[family as 'marks'] ?? 'character'

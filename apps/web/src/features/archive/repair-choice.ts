import type { RepairsAnswer } from '#lib/editorial'

type Repair = RepairsAnswer['repairs'][number]
type Use = RepairsAnswer['concordance'][number]['uses'][number]

/** A pair a person can tick: where it comes from, and the words that tell whether it is right. */
export interface Pair {
  readonly printed: string
  readonly standsFor: string
  /** How often it stands in the text as it is, or was mended; null where nobody counted. */
  readonly count: number | null
  readonly from: 'suspected' | 'confirmed' | 'remembered' | 'own'
  /** A word that was mended is no longer counted: null. */
  readonly uses: readonly (Omit<Use, 'count'> & { readonly count: number | null })[]
}

/** The pairs that are ticked: everywhere (null), or in these words alone. */
export type Chosen = Readonly<Record<string, readonly string[] | null>>

type Letters = Pick<Pair, 'printed' | 'standsFor'>

export const pairKey = ({ printed, standsFor }: Letters): string => `${printed}→${standsFor}`

/** All pairs of an issue, each once: what was confirmed, what is suspected, what other issues had. */
export function pairsOf({ repairs, repaired, concordance, remembered }: RepairsAnswer): Pair[] {
  const made = new Map(repaired.map((one) => [pairKey(one), one.count]))
  const left = new Map(concordance.map((one) => [pairKey(one), one.uses]))
  const all: Pair[] = [
    ...repairs.map((one) => ({
      printed: one.printed,
      standsFor: one.standsFor,
      count: made.get(pairKey(one)) ?? 0,
      from: 'confirmed' as const,
      uses: [...mendedWords(one), ...(left.get(pairKey(one)) ?? []).filter((use) => one.only?.includes(use.printed) !== true)],
    })),
    ...concordance.map((one) => ({ ...one, from: 'suspected' as const })),
    ...remembered.map((one) => ({ printed: one.printed, standsFor: one.standsFor, count: null, from: 'remembered' as const, uses: [] })),
  ]
  return [...new Map(all.reverse().map((one) => [pairKey(one), one])).values()].reverse()
}

const mendedWords = ({ printed, standsFor, only = [] }: Repair): Pair['uses'] =>
  only.map((word) => ({ printed: word, repaired: word.replace(printed, standsFor), count: null }))

/** What was confirmed, as it is ticked. */
export const chosenOf = (repairs: readonly Repair[]): Chosen => Object.fromEntries(repairs.map((one) => [pairKey(one), one.only ?? null]))

export const isTicked = (chosen: Chosen, pair: Letters): boolean => Object.hasOwn(chosen, pairKey(pair))

/** Ticked in some of its words alone. */
export const isPartly = (chosen: Chosen, pair: Letters): boolean => isTicked(chosen, pair) && chosen[pairKey(pair)] !== null

export const isWordTicked = (chosen: Chosen, pair: Letters, word: string): boolean =>
  isTicked(chosen, pair) && (chosen[pairKey(pair)]?.includes(word) ?? true)

/** A printed character stands for one other: ticking a pair everywhere unticks what says otherwise. */
export function ticked(chosen: Chosen, pair: Letters, on: boolean): Chosen {
  const others = Object.entries(chosen).filter(([key]) => key !== pairKey(pair))
  if (!on) return Object.fromEntries(others)
  return Object.fromEntries([...others.filter(([key]) => !isOf(key, pair.printed)), [pairKey(pair), null]])
}

/** One word of a pair; other pairs of the character may keep their own words. All words ticked mean everywhere. */
export function wordTicked(chosen: Chosen, pair: Pick<Pair, keyof Letters | 'uses'>, word: string, on: boolean): Chosen {
  const words = pair.uses.map((use) => use.printed).filter((one) => (one === word ? on : isWordTicked(chosen, pair, one)))
  if (words.length === 0) return ticked(chosen, pair, false)
  if (words.length === pair.uses.length) return ticked(chosen, pair, true)
  const others = Object.entries(chosen).filter(([key]) => key !== pairKey(pair))
  return Object.fromEntries([...others.flatMap(([key, only]) => withoutWord([key, only], pair.printed, words)), [pairKey(pair), words]])
}

function withoutWord(
  [key, only]: [string, readonly string[] | null],
  printed: string,
  words: readonly string[],
): [string, readonly string[] | null][] {
  if (!isOf(key, printed)) return [[key, only]]
  const left = (only ?? []).filter((one) => !words.includes(one))
  return left.length === 0 ? [] : [[key, left]]
}

const isOf = (key: string, printed: string): boolean => key.startsWith(`${printed}→`)

/** What is asked of the server. */
export const confirmed = (pairs: readonly Pair[], chosen: Chosen): Repair[] =>
  pairs
    .filter((pair) => isTicked(chosen, pair))
    .map(({ printed, standsFor }) => {
      const only = chosen[pairKey({ printed, standsFor })] ?? null
      return { printed, standsFor, ...(only === null ? {} : { only: [...only] }) }
    })

export const isSame = (chosen: Chosen, repairs: readonly Repair[]): boolean => {
  const before = chosenOf(repairs)
  const written = (of: Chosen): string =>
    Object.entries(of)
      .map(([key, only]) => `${key} ${only === null ? '' : [...only].sort().join(' ')}`)
      .sort()
      .join('\n')
  return written(chosen) === written(before)
}

import type { RepairsAnswer } from '#lib/editorial'

type Use = RepairsAnswer['concordance'][number]['uses'][number]

/** A pair a person can tick: where it comes from, and the words that tell whether it is right. */
export interface Pair {
  readonly printed: string
  readonly standsFor: string
  /** How often it stands in the text as it is, or was mended; null where nobody counted. */
  readonly count: number | null
  readonly from: 'suspected' | 'confirmed' | 'remembered' | 'own'
  readonly uses: readonly Use[]
}

export const pairKey = ({ printed, standsFor }: Pick<Pair, 'printed' | 'standsFor'>): string => `${printed}→${standsFor}`

/** All pairs of an issue, each once: what was confirmed, what is suspected, what other issues had. */
export function pairsOf({ repairs, repaired, concordance, remembered }: RepairsAnswer): Pair[] {
  const made = new Map(repaired.map((one) => [pairKey(one), one.count]))
  const all: Pair[] = [
    ...repairs.map((one) => ({ ...one, count: made.get(pairKey(one)) ?? 0, from: 'confirmed' as const, uses: [] })),
    ...concordance.map((one) => ({ ...one, from: 'suspected' as const })),
    ...remembered.map((one) => ({ ...one, count: null, from: 'remembered' as const, uses: [] })),
  ]
  return [...new Map(all.reverse().map((one) => [pairKey(one), one])).values()].reverse()
}

/** A printed character stands for one other: ticking a pair unticks what says otherwise. */
export function ticked(chosen: readonly string[], pair: Pair, on: boolean): string[] {
  const key = pairKey(pair)
  if (!on) return chosen.filter((one) => one !== key)
  return [...chosen.filter((one) => one !== key && !one.startsWith(`${pair.printed}→`)), key]
}

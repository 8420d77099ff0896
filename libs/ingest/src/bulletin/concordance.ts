import type { Substitution } from './substitution.js'

/** A suspected character in its words, so that a person can judge all its places at a glance. */
export interface ConcordanceEntry extends Substitution {
  /** The character between its neighbours, as printed and as it would read, most frequent first. */
  readonly uses: readonly Use[]
}

export interface Use {
  readonly printed: string
  readonly repaired: string
  readonly count: number
}

/** House: twenty rows fit a screen; what is rarer is repaired or not with the rest. */
const MOST_USES = 20

/** The words in which suspected characters stand. `text`: the whole as printed. */
export function concordance(text: string, substitutions: readonly Substitution[]): readonly ConcordanceEntry[] {
  const characters = [...text.replace(/\s+/g, '')]
  return substitutions.map((substitution) => ({ ...substitution, uses: usesOf(characters, substitution) }))
}

function usesOf(characters: readonly string[], { printed, standsFor }: Substitution): Use[] {
  const counts = new Map<string, Use>()
  for (const [index, char] of characters.entries()) {
    if (char !== printed) continue
    const [before, after] = [hanOr(characters[index - 1]), hanOr(characters[index + 1])]
    const word = before + char + after
    counts.set(word, { printed: word, repaired: before + standsFor + after, count: 1 + (counts.get(word)?.count ?? 0) })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.printed < b.printed ? -1 : 1)).slice(0, MOST_USES)
}

const hanOr = (char: string | undefined): string => (char !== undefined && /\p{Script=Han}/u.test(char) ? char : '')

/**
 * Characters every longer text in official Chinese holds, with the least number seen in 1,000 Han characters.
 * House: counted over two bulletins and the sample issue, the lowest of the three, topic words left out.
 */
const NEVER_MISSING: Readonly<Record<string, number>> = {
  的: 16,
  一: 6,
  和: 6,
  人: 6,
  大: 5,
  等: 5,
  成: 4,
  是: 4,
  在: 4,
  为: 4,
  能: 4,
  全: 3.8,
  理: 3.8,
  中: 3.7,
  作: 3.6,
  会: 3.4,
  动: 3.3,
  合: 3.1,
  以: 3,
  行: 2.9,
  发: 2.9,
  有: 2.9,
  方: 2.9,
  进: 2.7,
  用: 2.7,
  分: 2.7,
  对: 2.7,
  新: 2.5,
  同: 2.5,
  面: 2.3,
  不: 2.3,
  开: 2.3,
}

/** Of these, what sound stretches of 1,500 to 10,000 characters that speak of one matter may lack. House: seen in 176 stretches of two bulletins and sixty pages. */
const OFTEN_LACKED: ReadonlySet<string> = new Set('是不大人等理一方会行能对分')

/** House: fewer Han characters say nothing. */
const LEAST_TEXT = 300
/** House: a character expected this often and seen a tenth as often is missing; of those no text lacks two are no chance, of all of them three. */
const LEAST_EXPECTED = 6
const SEEN_SHARE = 0.1
const MISSING = { withSteadfast: 2, any: 3 }
/** House: sound bulletins have one character in a thousand outside the common set of GB 2312, at most. */
const RARE_PER_THOUSAND = 6
const LEAST_RARE = 8

export interface Strangeness {
  readonly strange: boolean
  /** How many characters are outside the common set. */
  readonly rare: number
  /** Characters that should be there and are not, or hardly. */
  readonly missing: readonly string[]
}

/** Whether the sentences of a text have too many rare characters, or lack those that every text has. */
export function judgeCharacters(text: string): Strangeness {
  const counts = new Map<string, number>()
  for (const char of sentencesOf(text).match(/[\u3400-\u9fff]/g) ?? []) counts.set(char, (counts.get(char) ?? 0) + 1)
  const whole = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const rare = [...counts].reduce((sum, [char, count]) => sum + (COMMON.has(char) ? 0 : count), 0)
  if (whole < LEAST_TEXT) return { strange: false, rare: 0, missing: [] }
  const missing = Object.entries(NEVER_MISSING).flatMap(([char, rate]) =>
    isMissing(counts.get(char) ?? 0, (rate * whole) / 1000) ? [char] : [],
  )
  const crowded = rare >= LEAST_RARE && (rare * 1000) / whole > RARE_PER_THOUSAND
  return { strange: crowded || isTooMuch(missing), rare: crowded ? rare : 0, missing }
}

const isMissing = (seen: number, expected: number): boolean => expected >= LEAST_EXPECTED && seen <= expected * SEEN_SHARE

const isTooMuch = (missing: readonly string[]): boolean =>
  missing.length >= (missing.some((char) => !OFTEN_LACKED.has(char)) ? MISSING.withSteadfast : MISSING.any)

/** House: lines of names, units and titles have no marks of sentences, and are short or stand in columns: they have characters of their own. */
const LONGEST_ENTRY = 25

const sentencesOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /[，。；！？]/.test(line) || (line.length >= LONGEST_ENTRY && (line.trim().match(/\s+/g) ?? []).length < 2))
    .join('\n')

/** The 3,755 characters of the first level of GB 2312. Source: GB 2312-1980, rows 16 to 55. */
const COMMON: ReadonlySet<string> = firstLevel()

function firstLevel(): Set<string> {
  const decoder = new TextDecoder('gb18030')
  const common = new Set<string>()
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) common.add(decoder.decode(Uint8Array.of(row, cell)))
  }
  return common
}

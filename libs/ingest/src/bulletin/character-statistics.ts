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

/** House: fewer Han characters say nothing. */
const LEAST_TEXT = 300
/** House: a character expected this often and seen a tenth as often is missing; two such are no chance. */
const LEAST_EXPECTED = 6
const SEEN_SHARE = 0.1
const MISSING = 2
/** House: sound bulletins have one character in a thousand outside the common set of GB 2312, at most. */
const RARE_PER_THOUSAND = 6
const LEAST_RARE = 8

export interface Strangeness {
  readonly strange: boolean
  /** How many characters are outside the common set. */
  readonly rare: number
}

/** Whether a text has too many rare characters, or lacks those that every text has. */
export function judgeCharacters(text: string): Strangeness {
  const counts = new Map<string, number>()
  for (const char of text.match(/[\u3400-\u9fff]/g) ?? []) counts.set(char, (counts.get(char) ?? 0) + 1)
  const whole = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const rare = [...counts].reduce((sum, [char, count]) => sum + (COMMON.has(char) ? 0 : count), 0)
  if (whole < LEAST_TEXT) return { strange: false, rare: 0 }
  const missing = Object.entries(NEVER_MISSING).filter(([char, rate]) => isMissing(counts.get(char) ?? 0, (rate * whole) / 1000))
  const crowded = rare >= LEAST_RARE && (rare * 1000) / whole > RARE_PER_THOUSAND
  return { strange: crowded || missing.length >= MISSING, rare: crowded ? rare : 0 }
}

const isMissing = (seen: number, expected: number): boolean => expected >= LEAST_EXPECTED && seen <= expected * SEEN_SHARE

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

import { type ArticleContent, blockText } from '#lib/editorial'

/** House: five characters in a row are the unit near-duplicates are measured in (collect-and-proof §6). */
const LENGTH = 5

/** The body as Han characters and figures alone. */
export const solidText = (content: ArticleContent): string =>
  content.blocks
    .map(blockText)
    .join('')
    .replace(/[^\p{Script=Han}\dA-Za-z]/gu, '')

export function shingles(text: string): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + LENGTH <= text.length; at += 1) found.add(text.slice(at, at + LENGTH))
  return found
}

/** How much of the smaller text stands in the larger, 0 to 1. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const one of small) if (large.has(one)) shared += 1
  return shared / small.size
}

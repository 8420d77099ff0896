import { foldText } from './folded-text.js'

/** A run of Chinese, in group 1, or a word of any other script or of figures. */
export const RUNS = /(\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/** House: a longer word is an address or a code; PostgreSQL takes lexemes up to 2,046 bytes. */
const LONGEST_WORD = 64

/** The tokens of folded text in order: of Chinese every pair of neighbours and the last character of a run, of all else the words. */
export function tokensOf(folded: string): string[] {
  const tokens: string[] = []
  for (const [run, han] of folded.matchAll(RUNS)) {
    if (han === undefined) tokens.push([...run].slice(0, LONGEST_WORD).join(''))
    else tokens.push(...pairs([...han]))
  }
  return tokens
}

/** The last character stands alone too, so that a search for one character, which asks for tokens that begin with it, misses none. */
const pairs = (characters: readonly string[]): string[] => characters.map((char, index) => char + (characters[index + 1] ?? ''))

/** The tokens of a text, each once, in the order they first stand: what `array_to_tsvector` takes. Width, case and blanks between characters make no difference. */
export const searchTokens = (text: string): readonly string[] => [...new Set(tokensOf(foldText(text).text))]

const quoted = (token: string): string => `'${token.replace(/['\\]/g, (sign) => sign + sign)}'`

/** House: tsvector keeps places up to 16,383; no title is that long. */
const LAST_PLACE = 16_383

/** A title as a `tsvector` literal with places and weight A. */
export const titleVector = (title: string): string =>
  tokensOf(foldText(title).text)
    .slice(0, LAST_PLACE)
    .map((token, index) => `${quoted(token)}:${index + 1}A`)
    .join(' ')

/** A token as it stands in a `tsquery` literal. */
export const queryToken = quoted

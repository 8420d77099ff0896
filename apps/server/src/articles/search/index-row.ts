import { type ArticleContent, bodyText } from '#lib/editorial'
import { bandKeys, minHash, normaliseUrl, paragraphHashes, searchTokens, titleVector } from '#lib/ingest'

/** PostgreSQL takes lexemes of a vector up to 1 MiB together. House: a little less, for what it adds itself. */
const MOST_VECTOR_BYTES = 1_000_000

export interface IndexFacts {
  readonly address: string | null
  readonly titleWords: string
  readonly words: readonly string[]
  readonly body: string
  readonly signature: readonly number[]
  readonly bands: readonly string[]
  readonly paragraphs: readonly string[]
}

/** Everything an article says: title, text, then what stands beside it. */
export const searchedText = (content: ArticleContent): string =>
  [content.title, bodyText(content), content.subtitle, content.author, content.source, content.documentNumber]
    .filter((part) => part !== null && part !== '')
    .join('\n')

/** What a content is found by, by words and by likeness. */
export function indexFacts(content: ArticleContent): IndexFacts {
  const body = searchedText(content)
  const signature = minHash(bodyText(content))
  return {
    address: content.url === null ? null : normaliseUrl(content.url),
    titleWords: titleVector(content.title),
    words: withinVector(searchTokens(body)),
    body,
    signature,
    bands: bandKeys(signature),
    paragraphs: [...new Set(paragraphHashes(content).map((one) => one.hash))],
  }
}

/** As many tokens as one vector takes; no text of a bulletin comes near. */
export function withinVector(tokens: readonly string[]): readonly string[] {
  let bytes = 0
  const end = tokens.findIndex((token) => {
    bytes += Buffer.byteLength(token) + 4
    return bytes > MOST_VECTOR_BYTES
  })
  return end === -1 ? tokens : tokens.slice(0, end)
}

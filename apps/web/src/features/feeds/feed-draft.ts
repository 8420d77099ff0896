import type { FeedAnswer, FeedRequest } from '#lib/editorial'

/** A rule while it is written: its words in one line. A source it asks for is kept as it is. */
export interface RuleDraft {
  readonly words: string
  readonly source: string | null
  readonly column: string
}

export interface FeedDraft {
  readonly name: string
  readonly address: string
  readonly everyMinutes: number
  readonly rules: readonly RuleDraft[]
}

/** House: an hour is soon enough for a bulletin. */
const HOURLY = 60

export const draftOfFeed = (feed: FeedAnswer | null): FeedDraft => ({
  name: feed?.name ?? '',
  address: feed?.address ?? '',
  everyMinutes: feed?.everyMinutes ?? HOURLY,
  rules: feed?.rules.map(({ words, source, column }) => ({ words: words.join(' '), source, column })) ?? [],
})

/** What goes to the server; undefined while something is missing. Rules without words or column say nothing and are left out. */
export function requestOfDraft({ name, address, everyMinutes, rules }: FeedDraft): FeedRequest | undefined {
  if (name.trim() === '' || !/^https?:\/\/\S+$/i.test(address.trim())) return undefined
  return {
    name: name.trim(),
    address: address.trim(),
    everyMinutes,
    rules: rules.flatMap(({ words, source, column }) => {
      const list = words.split(/[\s、，,]+/).filter((word) => word !== '')
      return column === '' || (list.length === 0 && source === null)
        ? []
        : [{ name: list.join('、').slice(0, 60) || column, words: list, source, column }]
    }),
  }
}

export type Level = 1 | 2 | 3 | 4

export interface Numbering {
  readonly level: Level
  /** The number as printed with its mark: `一、`, `（一）`, `1.`. */
  readonly label: string
}

const CHINESE = '[一二三四五六七八九十百〇零]{1,4}'

/** Source: GB/T 9704-2012 7.3.3, 一、 （一） 1. （1）; 第X章 and 第X部分 stand above, 第X节 beside （一）. */
const FORMS: readonly { readonly level: Level; readonly pattern: RegExp }[] = [
  { level: 1, pattern: new RegExp(`^(?:${CHINESE}、|第${CHINESE}(?:章|部分|篇)(?=[\\s　：:]|$))`) },
  { level: 2, pattern: new RegExp(`^(?:[（(]\\s?${CHINESE}\\s?[）)]、?|第${CHINESE}节(?=[\\s　：:]|$))`) },
  { level: 3, pattern: /^[0-9０-９]{1,2}\s?(?:[.．](?!\d)|、)/ },
  { level: 4, pattern: /^[（(]\s?[0-9０-９]{1,2}\s?[）)]/ },
]

/** The number a line begins with, if it is one of the four of official Chinese. */
export function readNumbering(text: string): Numbering | null {
  for (const { level, pattern } of FORMS) {
    const found = pattern.exec(text)
    if (found !== null) return { level, label: found[0] }
  }
  return null
}

/** House: the longest heading seen in bulletins was 41 characters; longer lines are sentences. */
const LONGEST_HEADING = 46

/** Whether a line could be a heading by its look: short, and no sentence ends in it. */
export function isTitleLike(text: string): boolean {
  const bare = text.replace(/《[^》]*》|“[^”]*”/g, '')
  return text.length > 0 && text.length <= LONGEST_HEADING && !/[。！？；!?;]/.test(bare) && !/[，、：:,。；]$/.test(text)
}

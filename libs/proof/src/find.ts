import type { Hit } from './rule.js'

/** Every place a pattern matches, with what `fix` says should stand there; `fix` may answer undefined to let a place pass. */
export function findAll(text: string, pattern: RegExp, fix: (found: RegExpExecArray) => string | null | undefined): Hit[] {
  const hits: Hit[] = []
  for (const found of text.matchAll(pattern)) {
    const suggestion = fix(found as RegExpExecArray)
    if (suggestion !== undefined) hits.push({ from: found.index, to: found.index + found[0].length, suggestion })
  }
  return hits
}

export const HAN = '\\p{Script=Han}'
/** Full-width marks of Chinese text. */
export const MARKS = '，。、；：？！“”‘’（）《》〈〉【】〔〕…—·'

export const isHan = (char: string | undefined): boolean => char !== undefined && /\p{Script=Han}/u.test(char)

/** A place as a person says it: `第 3 段`. */
export const around = (text: string, from: number, to: number): string => text.slice(Math.max(0, from - 8), to + 8)

import { comparable } from '../forms/characters.js'
import type { TextLine } from '../text/text-lines.js'
import { type ContentsEntry, shownEntry } from './contents-page.js'
import { isPersonName } from './surnames.js'

/** Where a title stands in the body: `used` lines from index `at`. */
export interface TitlePlace {
  readonly at: number
  readonly used: number
}

/** House: seven organs, a line each, and two lines of title; the length of the entry ends the search long before. */
const MOST_LINES = 10

/** 苏见山 要深化…… → the part after the person: contents and body need not both name him. */
export function withoutPerson(text: string): string {
  const found = /^(\p{Script=Han}\s\p{Script=Han}|[\p{Script=Han}·]{2,8})\s*[\s|｜:：]\s*(\S.*)$/u.exec(text)
  return found?.[1] !== undefined && found[2] !== undefined && isPersonName(found[1]) ? found[2] : text
}

/** The first place from index `from` on where one to four lines say the entry's title; the person's name may be missing on either side. */
export function placeTitle(entry: ContentsEntry, lines: readonly TextLine[], from: number): TitlePlace | null {
  const wanted = new Set([comparable(entry.text), comparable(withoutPerson(shownEntry(entry.text)))])
  const longest = Math.max(...[...wanted].map((text) => text.length)) + 8
  for (let at = from; at < lines.length; at += 1) {
    let joined = ''
    for (let used = 1; used <= MOST_LINES && at + used <= lines.length && joined.length <= longest; used += 1) {
      joined += `${used === 1 ? '' : ' '}${lines[at + used - 1]?.text ?? ''}`
      if (wanted.has(comparable(joined)) || wanted.has(comparable(withoutPerson(joined)))) return { at, used }
    }
  }
  return null
}

/** House: a title retyped in the contents with a few slips still shares most of its character pairs. */
const LIKE_ENOUGH = 0.8

/** The line from index `from` to `end` most like the entry, where none says it exactly: a guess, to be shown as a doubt. */
export function guessTitle(entry: ContentsEntry, lines: readonly TextLine[], from: number, end: number): TitlePlace | null {
  let best: (TitlePlace & { like: number }) | null = null
  for (let at = from; at < end; at += 1) {
    for (let used = 1; used <= 3 && at + used <= end; used += 1) {
      const text = lines
        .slice(at, at + used)
        .map((line) => line.text)
        .join('')
      if (text.length > entry.text.length * 1.5 + 8) break
      const like = likeness(comparable(entry.text), comparable(text))
      if (like >= LIKE_ENOUGH && like > (best?.like ?? 0)) best = { at, used, like }
    }
  }
  return best
}

/** Share of character pairs in common (Dice), 0 to 1. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string): string[] => Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2))
  const left = pairs(a)
  const right = pairs(b)
  if (left.length + right.length === 0) return 0
  const rest = [...right]
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / (left.length + right.length)
}

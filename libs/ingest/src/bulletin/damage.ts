import type { Damage } from './bulletin-import.js'
import { judgeCharacters } from './character-statistics.js'
import { COMMON_PHRASES } from './common-phrases.js'
import type { Substitution } from './substitution.js'

/** House: ordinary text gives one or two such windows in 50,000 characters; a broken font map gives dozens. */
const LEAST_PAIRS = 3
const LEAST_SHARE = 0.04
const LEAST_SEEN = 2

interface Evidence {
  seen: number
  readonly phrases: Set<string>
}

/**
 * Whether the text layer prints other characters than it says: by standing phrases in which one character is wrong, always
 * the same way, by characters that are missing, the more so where a phrase has another in their place, and by rare ones that crowd.
 * Not: a repair. The pairs are proposals for a person to confirm; a character may stand for two others.
 */
export function findDamage(text: string): Damage {
  const { pairs, exact } = compareWithPhrases(text)
  const steady = [...pairs].filter(([, found]) => found.seen >= LEAST_SEEN && (found.phrases.size >= 2 || found.seen >= 4))
  const near = steady.reduce((sum, [, found]) => sum + found.seen, 0)
  const { strange, rare, missing } = judgeCharacters(text)
  const isReplaced = missing.some((char) => [...pairs.keys()].some((pair) => pair.endsWith(char)))
  const detected = strange || isReplaced || (steady.length >= LEAST_PAIRS && near >= LEAST_SHARE * (near + exact))
  const unreadable = [...text].filter((char) => /[\ufffd\ue000-\uf8ff]/.test(char)).length
  const substitutions = detected ? steady.map(([pair]) => substitution(pair, text)).sort(byCount) : []
  const printed = new Set(substitutions.map((one) => one.printed))
  const suspect = [...printed].reduce((sum, char) => sum + occurrences(text, char), 0)
  return { detected: detected || unreadable > 0, suspectCharacters: Math.max(suspect, rare) + unreadable, substitutions }
}

const substitution = (pair: string, text: string): Substitution => {
  const [printed = '', standsFor = ''] = [...pair]
  return { printed, standsFor, count: occurrences(text, printed) }
}

const byCount = (a: Substitution, b: Substitution): number =>
  b.count - a.count || (a.printed + a.standsFor < b.printed + b.standsFor ? -1 : 1)

const occurrences = (text: string, char: string): number => text.split(char).length - 1

function compareWithPhrases(text: string): { pairs: Map<string, Evidence>; exact: number } {
  const solid = text.replace(/\s+/g, '')
  const pairs = new Map<string, Evidence>()
  let exact = 0
  for (const phrase of COMMON_PHRASES) {
    for (const at of likePlaces(solid, phrase)) {
      const wrong = onlyDifference(solid, at, phrase)
      if (wrong === null) continue
      if (wrong < 0) exact += 1
      else note(pairs, `${solid[at + wrong]}${phrase[wrong]}`, phrase)
    }
  }
  return { pairs, exact }
}

/** Where one half of a phrase stands as it should: a phrase with one wrong character has a sound half. */
function likePlaces(text: string, phrase: string): Set<number> {
  const middle = phrase.length >> 1
  const places = new Set<number>()
  for (const [half, offset] of [[phrase.slice(0, middle), 0] as const, [phrase.slice(middle), middle] as const]) {
    for (let at = text.indexOf(half); at >= 0; at = text.indexOf(half, at + 1)) {
      if (at >= offset && at - offset + phrase.length <= text.length) places.add(at - offset)
    }
  }
  return places
}

/** Index of the one character that differs, −1 for none, null for two or more or for a difference in marks and numerals. */
function onlyDifference(text: string, at: number, phrase: string): number | null {
  let wrong = -1
  for (let index = 0; index < phrase.length; index += 1) {
    if (text.charCodeAt(at + index) === phrase.charCodeAt(index)) continue
    if (wrong >= 0) return null
    wrong = index
  }
  if (wrong < 0) return wrong
  return isPlainHan(text[at + wrong] ?? '') && isPlainHan(phrase[wrong] ?? '') ? wrong : null
}

const isPlainHan = (char: string): boolean => /[\u3400-\u9fff]/.test(char) && !/[一二三四五六七八九十百千万]/.test(char)

function note(pairs: Map<string, Evidence>, pair: string, phrase: string): void {
  const found = pairs.get(pair) ?? { seen: 0, phrases: new Set() }
  found.seen += 1
  found.phrases.add(phrase)
  pairs.set(pair, found)
}

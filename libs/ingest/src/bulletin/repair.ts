import { type Run, runsText } from '#lib/editorial'
import type { Piece } from '../piece.js'
import { mapRuns } from '../tidy/map-runs.js'
import type { BulletinSource } from './bulletin-source.js'

/** What a person confirmed: this printed character stands for that one, everywhere, or only in these words as they are printed. */
export interface Repair {
  readonly printed: string
  readonly standsFor: string
  readonly only?: readonly string[]
}

/** How often a repair was made. */
export interface Repaired {
  readonly printed: string
  readonly standsFor: string
  readonly count: number
}

interface Place {
  readonly at: number
  readonly repair: Repair
}

/** Puts confirmed characters in place of those printed, all at once: what one repair brings in no other takes out. The first repair that fits a place is made. */
export function repairText(text: string, repairs: readonly Repair[]): { readonly text: string; readonly repaired: readonly Repaired[] } {
  const places = placesOf(text, repairs)
  let out = ''
  let at = 0
  for (const place of places) {
    out += text.slice(at, place.at) + place.repair.standsFor
    at = place.at + place.repair.printed.length
  }
  return { text: out + text.slice(at), repaired: tally(places.map(({ repair }) => ({ ...repair, count: 1 }))) }
}

function placesOf(text: string, repairs: readonly Repair[]): Place[] {
  const places = new Map<number, Place>()
  for (const repair of repairs.filter(({ printed }) => printed !== ''))
    for (let at = text.indexOf(repair.printed); at >= 0; at = text.indexOf(repair.printed, at + repair.printed.length))
      if (!places.has(at) && (repair.only === undefined || repair.only.some((word) => standsIn(text, at, repair.printed, word))))
        places.set(at, { at, repair })
  const inOrder = [...places.values()].sort((a, b) => a.at - b.at)
  return inOrder.filter((place, index) => index === 0 || place.at >= endOf(inOrder[index - 1]))
}

const endOf = (place: Place | undefined): number => (place === undefined ? 0 : place.at + place.repair.printed.length)

/** Whether a word covers a place: anywhere in it where it holds the printed character. */
function standsIn(text: string, at: number, printed: string, word: string): boolean {
  for (let inWord = word.indexOf(printed); inWord >= 0; inWord = word.indexOf(printed, inWord + 1))
    if (at >= inWord && text.startsWith(word, at - inWord)) return true
  return false
}

function tally(all: readonly Repaired[]): Repaired[] {
  const counts = new Map<string, Repaired>()
  for (const { printed, standsFor, count } of all) {
    const key = `${printed}\n${standsFor}`
    counts.set(key, { printed, standsFor, count: count + (counts.get(key)?.count ?? 0) })
  }
  return [...counts.values()]
}

/** A past bulletin with confirmed repairs made in its lines, before it is taken apart. */
export function repairSource(
  source: BulletinSource,
  repairs: readonly Repair[],
): { readonly source: BulletinSource; readonly repaired: readonly Repaired[] } {
  if (repairs.length === 0) return { source, repaired: [] }
  const made: Repaired[] = []
  const mend = (text: string): string => {
    const mended = repairText(text, repairs)
    made.push(...mended.repaired)
    return mended.text
  }
  const lines = source.lines.map((line) => ({
    ...line,
    text: mend(line.text),
    ...(line.piece === undefined ? {} : { piece: mendedPiece(line.piece, repairs) }),
  }))
  const feet = source.feet.map((foot) => repairText(foot, repairs).text)
  const notes = Object.fromEntries(Object.entries(source.notes).map(([key, runs]) => [key, mendedRuns(runs, repairs)]))
  return { source: { ...source, lines, feet, notes }, repaired: tally(made) }
}

const mendedPiece = (piece: Piece, repairs: readonly Repair[]): Piece =>
  piece.kind === 'text'
    ? { ...piece, runs: mendedRuns(piece.runs, repairs) }
    : { ...piece, block: mapRuns(piece.block, (runs) => mendedRuns(runs, repairs)) }

/** Words may lie over several runs: places are looked for in the whole, and mended in the run that holds them. */
function mendedRuns(runs: readonly Run[], repairs: readonly Repair[]): Run[] {
  const places = placesOf(runsText(runs), repairs)
  let start = 0
  return runs.map((run) => {
    const end = start + run.text.length
    const inside = places.filter((place) => place.at >= start && endOf(place) <= end)
    const text = inside.reduceRight(
      (out, { at, repair }) => out.slice(0, at - start) + repair.standsFor + out.slice(at - start + repair.printed.length),
      run.text,
    )
    start = end
    return { ...run, text }
  })
}

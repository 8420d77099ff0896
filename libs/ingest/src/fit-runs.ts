import { type ArticleContent, blockShape, type Run, webAddress } from '#lib/editorial'
import { mergeRuns } from './runs.js'

/** Source: libs/editorial/src/wire/blocks.ts. */
const MOST = { text: 20_000, runs: 2000 }

/** Notes that have to go by another name. */
export type NoteNames = ReadonlyMap<string, string>

const canBeKey = (key: string): boolean => blockShape.safeParse({ kind: 'paragraph', runs: [{ text: '', note: key }] }).success

/** A name for every note of an article: its own where that can be kept. */
export function noteNames(notes: ArticleContent['notes']): NoteNames {
  const taken = new Set(Object.keys(notes))
  return new Map(
    Object.keys(notes).map((key, index) => {
      if (canBeKey(key)) return [key, key]
      let name = `n${index + 1}`
      while (taken.has(name)) name += 'x'
      taken.add(name)
      return [key, name]
    }),
  )
}

/** Runs that can be stored: addresses that can be followed, marks of notes that are there, texts in pieces, and no more looks than a paragraph can hold. */
export function fitRuns(runs: readonly Run[], names: NoteNames): readonly Run[] {
  if (!runs.some((run) => run.link !== undefined || run.note !== undefined || run.text.length > MOST.text) && runs.length <= MOST.runs)
    return runs
  const fitted = runs.flatMap((run) => textPieces(withNote(withLink(run), names)))
  if (fitted.length <= MOST.runs) return fitted
  return mergeRuns(fitted.map(({ text, note }) => (note === undefined ? { text } : { text, note }))).flatMap(textPieces)
}

function withLink(run: Run): Run {
  if (run.link === undefined || webAddress.safeParse(run.link).success) return run
  const { link, ...rest } = run
  const escaped = link.trim().replace(/[\s<>"\p{Cc}]/gu, (sign) => encodeURIComponent(sign))
  return webAddress.safeParse(escaped).success ? { ...rest, link: escaped } : rest
}

/** A mark whose note is missing goes; the words it stands at stay. */
function withNote(run: Run, names: NoteNames): Run {
  if (run.note === undefined) return run
  const { note, ...rest } = run
  const name = names.get(note)
  return name === undefined ? rest : { ...rest, note: name }
}

/** A run in pieces a run can hold, never between the halves of a character; the note stands at the last. */
export function textPieces(run: Run): Run[] {
  if (run.text.length <= MOST.text) return [run]
  const { note, ...look } = run
  const pieces: Run[] = []
  for (let at = 0; at < run.text.length; ) {
    const end = Math.min(run.text.length, at + MOST.text)
    const to = /[\ud800-\udbff]$/.test(run.text.slice(at, end)) && end < run.text.length ? end - 1 : end
    pieces.push({ ...look, text: run.text.slice(at, to) })
    at = to
  }
  const last = pieces.pop()
  return last === undefined ? pieces : [...pieces, note === undefined ? last : { ...last, note }]
}

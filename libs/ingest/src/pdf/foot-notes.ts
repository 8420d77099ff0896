import { type Run, runsText } from '#lib/editorial'
import { joinTexts } from '../text/restore-paragraphs.js'
import type { PdfLine } from './page-lines.js'

export interface WithNotes {
  readonly lines: readonly PdfLine[]
  readonly notes: Readonly<Record<string, readonly Run[]>>
}

/** House: notes are set at least an eighth smaller than the text, in the lower half of the page. */
const SMALLER = 0.88
const LOWER_HALF = 0.5
const MARK = /^\s*(?:[[［〔]?(\d{1,3})[\]］〕]?|([①-⑳])|([*＊†]))\s*/

/** Takes the notes at the foot of each page out of the text, and ties them to their marks. */
export function tieFootNotes(lines: readonly PdfLine[]): WithNotes {
  const usual = usualSize(lines)
  const notes: Record<string, Run[]> = {}
  const left: PdfLine[] = []
  const atFoot = lines.filter((line) => line.size < SMALLER * usual && line.depth > LOWER_HALF)
  let open: string | null = null
  for (const line of atFoot) {
    const mark = MARK.exec(line.text)
    const key: string | null = mark === null ? open : keyOf(line.page, mark[0])
    if (key === null || (mark === null && !key.startsWith(`p${line.page}-`))) {
      left.push(line)
      continue
    }
    const text = mark === null ? line.text : line.text.slice(mark[0].length)
    notes[key] = [{ text: joinTexts(runsText(notes[key] ?? []), text) }]
    open = key
  }
  const tied = new Set(atFoot.filter((line) => !left.includes(line)))
  const marked = new Set<string>()
  const kept = lines.filter((line) => !tied.has(line)).map((line) => ({ ...line, runs: markRuns(line, notes, marked) }))
  return marked.size === Object.keys(notes).length ? { lines: kept, notes } : { lines, notes: {} }
}

const keyOf = (page: number, mark: string): string => `p${page}-${mark.replace(/[\s[\]［］〔〕]/g, '')}`

/** The size most characters are set in. */
function usualSize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>()
  for (const line of lines) counts.set(Math.round(line.size * 2) / 2, (counts.get(Math.round(line.size * 2) / 2) ?? 0) + line.text.length)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

/** A raised number whose note stands on the page becomes the mark of that note. */
function markRuns(line: PdfLine, notes: Readonly<Record<string, readonly Run[]>>, marked: Set<string>): readonly Run[] {
  const out: Run[] = []
  for (const run of line.runs) {
    const key = keyOf(line.page, run.text)
    const last = out.at(-1)
    if (run.position === 'sup' && notes[key] !== undefined && last !== undefined) {
      out[out.length - 1] = { ...last, note: key }
      marked.add(key)
    } else out.push(run)
  }
  return out
}

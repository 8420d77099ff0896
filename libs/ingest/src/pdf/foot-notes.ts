import { type Run, runsText } from '#lib/editorial'
import { joinTexts } from '../text/restore-paragraphs.js'
import { type PdfLine, usualSize } from './page-lines.js'

export interface WithNotes {
  readonly lines: readonly PdfLine[]
  readonly notes: Readonly<Record<string, readonly Run[]>>
}

/** House: notes are set at least an eighth smaller than the text, in the lower half of the page. */
const SMALLER = 0.88
const LOWER_HALF = 0.5
const MARK = /^\s*(?:[[［〔]?(\d{1,3})[\]］〕]?|([①-⑳])|([*＊†]))\s*/

/** Takes the notes at the foot of each page out of the text, and ties them to their marks; a line whose mark stands nowhere is no note. */
export function tieFootNotes(lines: readonly PdfLine[]): WithNotes {
  const found = notesAtFoot(lines)
  const marked = new Set<string>()
  const candidates = new Set(found.values())
  for (const line of lines) if (!found.has(line)) for (const key of marksIn(line, candidates)) marked.add(key)
  const notes: Record<string, Run[]> = {}
  for (const [line, key] of found) {
    if (!marked.has(key)) continue
    const before = runsText(notes[key] ?? [])
    notes[key] = [{ text: joinTexts(before, before === '' ? line.text.replace(MARK, '') : line.text) }]
  }
  const kept = lines.filter((line) => !marked.has(found.get(line) ?? '')).map((line) => ({ ...line, runs: markRuns(line, marked) }))
  return { lines: kept, notes }
}

/** Small lines at the foot of a page that begin with a mark, and those that go on below them, each with the key of its note. */
function notesAtFoot(lines: readonly PdfLine[]): Map<PdfLine, string> {
  const usual = usualSize(lines)
  const found = new Map<PdfLine, string>()
  let open = ''
  for (const line of lines) {
    const small = line.size < SMALLER * usual && line.depth > LOWER_HALF
    const mark = small ? MARK.exec(line.text) : null
    if (mark !== null) open = keyOf(line.page, mark[0])
    else if (!small || !open.startsWith(`p${line.page}-`)) open = ''
    if (open !== '') found.set(line, open)
  }
  return found
}

/** Raised numbers of a line that call for a note of its page. */
const marksIn = (line: PdfLine, keys: ReadonlySet<string>): string[] =>
  line.runs.slice(1).flatMap((run) => (run.position === 'sup' && keys.has(keyOf(line.page, run.text)) ? [keyOf(line.page, run.text)] : []))

const keyOf = (page: number, mark: string): string => `p${page}-${mark.replace(/[\s[\]［］〔〕]/g, '')}`

/** A raised number whose note stands on the page becomes the mark of that note. */
function markRuns(line: PdfLine, notes: ReadonlySet<string>): readonly Run[] {
  const out: Run[] = []
  for (const run of line.runs) {
    const key = keyOf(line.page, run.text)
    const last = out.at(-1)
    if (run.position === 'sup' && notes.has(key) && last !== undefined) out[out.length - 1] = { ...last, note: key }
    else out.push(run)
  }
  return out
}

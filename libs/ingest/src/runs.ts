import { type Run, runsText } from '#lib/editorial'

/** The stretch `from`..`to` (UTF-16) of a text in runs; a footnote mark stays with the last character before it. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const kept: Run[] = []
  let at = 0
  for (const run of runs) {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, run.text.length)
    const markOnly = run.text === '' && at >= from && at <= to
    if (end > start || markOnly) kept.push(cut(run, start, end))
    at += run.text.length
  }
  return kept
}

function cut(run: Run, start: number, end: number): Run {
  if (start === 0 && end === run.text.length) return run
  const { note, ...rest } = run
  const text = run.text.slice(start, end)
  return note !== undefined && end === run.text.length ? { ...rest, text, note } : { ...rest, text }
}

/** Runs without the blanks at both ends. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const text = runsText(runs)
  const from = text.length - text.trimStart().length
  return mergeRuns(sliceRuns(runs, from, Math.max(from, text.trimEnd().length)))
}

/** Neighbours that look alike become one run; empty runs without a footnote mark go. */
export function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (run.text === '' && run.note === undefined) continue
    if (last !== undefined && last.note === undefined && sameLook(last, run))
      merged[merged.length - 1] = { ...run, text: last.text + run.text }
    else merged.push(run)
  }
  return merged
}

function sameLook(a: Run, b: Run): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.kai === b.kai &&
    a.position === b.position &&
    a.link === b.link
  )
}

/** Sets one look on the stretch `from`..`to`. */
export function markRuns(runs: readonly Run[], from: number, to: number, look: Partial<Run>): Run[] {
  const end = runsText(runs).length
  const marked = sliceRuns(runs, from, to).map((run) => ({ ...run, ...look }))
  return mergeRuns([...sliceRuns(runs, 0, from), ...marked, ...sliceRuns(runs, to, end)])
}

/** A footnote mark of its own is given to the run before it. */
export function attachNotes(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (run.text !== '' || run.note === undefined) out.push(run)
    else if (last !== undefined && last.note === undefined) out[out.length - 1] = { ...last, note: run.note }
    else out.push({ text: '', note: run.note })
  }
  return out
}

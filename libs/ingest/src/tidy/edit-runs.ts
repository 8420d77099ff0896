import { type Block, blockText, type Run, runsText } from '#lib/editorial'
import { mergeRuns, sliceRuns } from '../runs.js'
import { mapRuns } from './map-runs.js'

/** Other text for a stretch of a text, in UTF-16 units. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Puts edits into runs; what comes in looks like what stood there. Edits stand in order and do not overlap. */
export function editRuns(runs: readonly Run[], edits: readonly TextEdit[]): readonly Run[] {
  if (edits.length === 0) return runs
  const length = runsText(runs).length
  const out: Run[] = []
  let at = 0
  for (const { from, to, text } of edits) {
    out.push(...sliceRuns(runs, at, from))
    const [first] = sliceRuns(runs, from, Math.max(to, from + 1))
    const { note: _, ...look } = first ?? { text: '' }
    if (text !== '') out.push({ ...look, text })
    out.push(...sliceRuns(runs, from, to).flatMap(({ note }) => (note === undefined ? [] : [{ text: '', note }])))
    at = to
  }
  return mergeRuns([...out, ...sliceRuns(runs, at, length)])
}

/** The same in every running text of a block; the very block where nothing changes. */
export function editBlock(block: Block, editsOf: (text: string) => readonly TextEdit[]): Block {
  const edited = mapRuns(block, (runs) => editRuns(runs, editsOf(runsText(runs))))
  return blockText(edited) === blockText(block) ? block : edited
}

import type { Editor } from '@tiptap/react'
import { type PlacedFinding, placedFindings } from './finding-marks-plugin.js'

/** Puts suggestions in, last first so that earlier places hold; one step for undo. */
export function putFixesIn(editor: Editor, places: readonly PlacedFinding[]): void {
  const now = placedFindings(editor.state)
  const tr = editor.state.tr
  const found = places.flatMap((one) => now.find((other) => other.finding === one.finding) ?? [])
  for (const { from, to, finding } of [...found].sort((a, b) => b.from - a.from)) {
    if (finding.suggestion === null) continue
    if (finding.suggestion === '') tr.delete(from, to)
    else tr.insertText(finding.suggestion, from, to)
  }
  editor.view.dispatch(tr)
}

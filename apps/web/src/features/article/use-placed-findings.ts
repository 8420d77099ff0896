import { type Editor, useEditorState } from '@tiptap/react'
import type { FindingAnswer } from '#lib/editorial'
import { type PlacedFinding, placedFindings } from './editor/finding-marks-plugin.js'

const NONE: readonly PlacedFinding[] = []

/** The findings that still stand in the text as it is now. */
export function usePlacedFindings(editor: Editor | null): readonly PlacedFinding[] {
  return (
    useEditorState({
      editor,
      selector: ({ editor: now }) => (now === null ? NONE : placedFindings(now.state)),
      equalityFn: (before, after) =>
        before === after || (before?.length === after?.length && before?.every((one, at) => one.finding === after?.[at]?.finding) === true),
    }) ?? NONE
  )
}

/** What is still to be told of a version's findings: those of the head, those let stand, and those whose words still stand in the text. */
export function stillThere(findings: readonly FindingAnswer[], placed: readonly PlacedFinding[]): FindingAnswer[] {
  const here = new Set(placed.map((one) => one.finding))
  return findings.filter((finding) => finding.block === null || finding.settled !== null || here.has(finding))
}

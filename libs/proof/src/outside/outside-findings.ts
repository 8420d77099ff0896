import type { Finding } from '../finding.js'
import { judgeSuggestion, type OutsideSuggestion } from './outside-suggestion.js'

/** The name under which suggestions from outside stand among the findings. */
export const OUTSIDE_RULE = 'outside'

/** A suggestion that may be shown, at its place in a paragraph. */
export interface OutsideFinding {
  readonly block: number
  readonly from: number
  readonly to: number
  readonly text: string
  readonly suggestion: string
}

export interface Sorted {
  readonly shown: readonly OutsideFinding[]
  /** How many were not shown. */
  readonly refused: number
}

/** Parts the suggestions for one paragraph into those an editor may see and the rest. Of two for the same words the first is shown. */
export function sortSuggestions(
  block: number,
  paragraph: string,
  suggestions: readonly OutsideSuggestion[],
  names: readonly string[],
): Sorted {
  const shown: OutsideFinding[] = []
  for (const suggestion of suggestions) {
    const { from, to, refused } = judgeSuggestion(paragraph, suggestion, names)
    const free = shown.every((one) => to <= one.from || from >= one.to)
    if (refused === null && free) shown.push({ block, from, to, text: suggestion.old, suggestion: suggestion.new })
  }
  return { shown: shown.sort((a, b) => a.from - b.from), refused: suggestions.length - shown.length }
}

/** A suggestion as a finding: a hint, never put in together with others. */
export const outsideFinding = ({ block, from, to, text, suggestion }: OutsideFinding): Finding => ({
  rule: OUTSIDE_RULE,
  severity: 'info',
  block,
  field: null,
  from,
  to,
  text,
  suggestion,
  batch: false,
  params: { suggestion },
  source: 'House：外部校对程序的建议，由编辑判断',
})

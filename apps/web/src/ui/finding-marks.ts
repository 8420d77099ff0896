import type { FindingAnswer } from '#lib/editorial'
import { findingId } from './finding-list.js'
import type { Mark } from './marked-runs.js'

/** Findings as marks in the text, by block; settled ones are no longer shown there. */
export function marksOf(findings: readonly FindingAnswer[]): ReadonlyMap<number, readonly Mark[]> {
  const marks = new Map<number, Mark[]>()
  for (const [at, finding] of findings.entries()) {
    if (finding.block === null || finding.settled !== null) continue
    const { from, to, severity, message } = finding
    const mark: Mark = { from, to, tone: severity, id: findingId(finding, at), title: message }
    marks.set(finding.block, [...(marks.get(finding.block) ?? []), mark])
  }
  return marks
}

/** Brings a finding into view and rings it for a moment. */
export function showFinding(within: HTMLElement | null, id: string): void {
  for (const shown of within?.querySelectorAll('[data-shown]') ?? []) shown.removeAttribute('data-shown')
  const mark = within?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id)}"]`)
  mark?.setAttribute('data-shown', '')
  mark?.scrollIntoView({ block: 'center' })
}

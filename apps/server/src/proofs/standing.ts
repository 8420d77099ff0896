import type { SourcePart } from '#lib/editorial'
import { type Finding, type Ignoring, sift } from '#lib/proof'

/** What says something is missing of where an article is from: settled by signing off, counted apart from the other findings. */
export const SOURCE_RULE = 'missing-source'
export const SIGNED_OFF_RULES: ReadonlyMap<string, SourcePart> = new Map([
  [SOURCE_RULE, 'source'],
  ['missing-date', 'date'],
])

/** What is missing and nobody answered for. */
export const unanswered = (
  missing: readonly SourcePart[],
  signed: { readonly parts: readonly SourcePart[] } | null | undefined,
): SourcePart[] => missing.filter((part) => signed?.parts.includes(part) !== true)

/** Findings that must be dealt with before review: graver than any the editor may overlook, and not let stand. */
export const openBlocks = (findings: readonly Finding[], leaves: readonly Ignoring[]): readonly Finding[] =>
  sift(
    findings.filter((one) => one.severity === 'block' && one.rule !== SOURCE_RULE),
    leaves,
  ).open

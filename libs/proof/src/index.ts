export { applyFixes, type Fixed } from './apply-fixes.js'
export { diffText, textAfter, textBefore } from './changes/diff-text.js'
export { mapFindings, mapPosition, mapRange, type Place, placeMap, textAt } from './changes/map-place.js'
export type { Stretch } from './changes/stretch.js'
export { ERROR_KINDS, type ErrorKind } from './error-rate/error-kinds.js'
export {
  type ConfirmedError,
  countErrors,
  countedCharacters,
  errorRate,
  kindOfFamily,
  PASSING_RATE,
  ratesBy,
} from './error-rate/error-rate.js'
export type { Field, Finding, Severity } from './finding.js'
export { type FixBatch, type FixPreview, type FixUndo, fixBatch, undoFixes } from './fix-batch.js'
export { type Ignoring, ignoreOnce, type Sifted, samePlace, sift } from './ignore.js'
export { proofreadIssue } from './issue/proofread-issue.js'
export type { IssueFinding } from './issue-finding.js'
export { outsideQuestion, suggestionsIn } from './outside/outside-exchange.js'
export { OUTSIDE_RULE, type OutsideFinding, outsideFinding, type Sorted, sortSuggestions } from './outside/outside-findings.js'
export { type Judged, judgeSuggestion, type NotShown, type OutsideSuggestion } from './outside/outside-suggestion.js'
export { proofread } from './proofread.js'
export type { Family, ProofContext } from './rule.js'
export { RULES } from './rules.js'

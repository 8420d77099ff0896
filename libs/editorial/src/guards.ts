import type { RefusalParams } from './refusal.js'
import { gapFigures, type SourceGap } from './source-parts.js'

/** One approval that still counts. */
export interface Approval {
  /** Index into the publication's stages, from 0. */
  readonly stage: number
  readonly person: string
  readonly contentHash: string
  /** Given by somebody who edited the content or acted in an earlier stage, under an exception. */
  readonly excepted?: boolean
}

/** Everything the guards may look at; the caller gathers it once, inside the deciding transaction. */
export interface MoveFacts {
  readonly person: string
  readonly reason: string | null
  readonly articles: number
  readonly numbered: boolean
  /** Articles that do not say where they are from, and nobody answered for it. */
  readonly sourceGaps: readonly SourceGap[]
  /** Findings of severity block that nobody settled. */
  readonly blockingFindings: number
  /** Comments nobody settled, where the publication wants them settled before a stage is passed; else 0. */
  readonly openComments: number
  /** Points of the open stage's checklist that nobody ticked. */
  readonly checklistOpen: number
  readonly stages: readonly ReviewStage[]
  /** How many stages have approved: the open stage while in review. */
  readonly stage: number
  readonly approvals: readonly Approval[]
  /** Persons who saved a version printed in this issue, or changed the issue. */
  readonly editorsOfContent: readonly string[]
  readonly contentHash: string
  /** The content the person had before them when they decided. */
  readonly seenHash: string | null
  /** An administrator's exception for this issue, allowed by the publication's switch. */
  readonly samePersonAllowed: boolean
  /** Formats of the edition made from exactly this content. */
  readonly filesMade: readonly string[]
}

export interface ReviewStage {
  readonly name: string
  /** Persons who may act in this stage; empty means every reviewer of the publication. */
  readonly reviewers: readonly string[]
  /** Days the stage may take from its opening; null or absent for no limit. */
  readonly days?: number | null | undefined
  /** What has to be looked at and ticked before the stage can be passed. */
  readonly checklist?: readonly string[] | undefined
}

/** A rule that keeps a move from happening: a refusal code with its figures, or nothing. */
export type Guard = (facts: MoveFacts) => { code: string; params?: RefusalParams } | undefined

const lastApproval = (facts: MoveFacts): Approval | undefined => [...facts.approvals].sort((a, b) => b.stage - a.stage)[0]

/** Approvals of the content as it is now. */
const counting = (facts: MoveFacts): readonly Approval[] => facts.approvals.filter((approval) => approval.contentHash === facts.contentHash)

const byName = <Name extends string>(rules: Readonly<Record<Name, Guard>>): Readonly<Record<Name, Guard>> => rules

export const guards = byName({
  'has articles': (facts) => (facts.articles > 0 ? undefined : { code: 'issue/no-articles' }),
  'is numbered': (facts) => (facts.numbered ? undefined : { code: 'issue/not-numbered' }),
  'sources complete': (facts) =>
    facts.sourceGaps.length === 0 ? undefined : { code: 'issue/sources-missing', params: gapFigures(facts.sourceGaps) },
  'nothing blocking': (facts) =>
    facts.blockingFindings === 0 ? undefined : { code: 'issue/blocking-findings', params: { count: facts.blockingFindings } },
  'first stage untouched': (facts) => (facts.approvals.length === 0 ? undefined : { code: 'review/already-begun' }),
  'saw this content': (facts) => (facts.seenHash === facts.contentHash ? undefined : { code: 'review/content-changed' }),
  'in this stage': (facts) => {
    const named = facts.stages[facts.stage]?.reviewers ?? []
    return named.length === 0 || named.includes(facts.person)
      ? undefined
      : { code: 'review/not-your-stage', params: { stage: facts.stages[facts.stage]?.name ?? '' } }
  },
  'not an editor of it': (facts) =>
    facts.editorsOfContent.includes(facts.person) && !facts.samePersonAllowed ? { code: 'review/own-content' } : undefined,
  'no earlier stage': (facts) => {
    const earlier = facts.approvals.find((approval) => approval.person === facts.person)
    if (earlier === undefined || facts.samePersonAllowed) return undefined
    return { code: 'review/same-person', params: { stage: facts.stages[earlier.stage]?.name ?? '' } }
  },
  'exception holds': (facts) => {
    const given = facts.approvals.find((approval) => approval.excepted === true)
    if (given === undefined || facts.samePersonAllowed) return undefined
    return { code: 'review/exception-ended', params: { stage: facts.stages[given.stage]?.name ?? '' } }
  },
  'comments settled': (facts) =>
    facts.openComments === 0 ? undefined : { code: 'review/comments-open', params: { count: facts.openComments } },
  'checklist ticked': (facts) =>
    facts.checklistOpen === 0 ? undefined : { code: 'review/checklist-open', params: { count: facts.checklistOpen } },
  'gave a reason': (facts) => (facts.reason !== null && facts.reason.trim() !== '' ? undefined : { code: 'review/reason-needed' }),
  'gave the last approval': (facts) => {
    const last = lastApproval(facts)
    return last !== undefined && last.person === facts.person ? undefined : { code: 'review/not-your-approval' }
  },
  'approved content': (facts) => {
    const approvers = facts.stages.map((_, stage) => counting(facts).find((approval) => approval.stage === stage)?.person)
    const complete = approvers.length > 0 && approvers.every((person) => person !== undefined)
    const different = facts.samePersonAllowed || new Set(approvers).size === approvers.length
    return complete && different ? undefined : { code: 'issue/not-approved' }
  },
  'files made': (facts) =>
    facts.filesMade.includes('pdf') && facts.filesMade.includes('docx') ? undefined : { code: 'edition/not-rendered' },
})

export type GuardName = keyof typeof guards

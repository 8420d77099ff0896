import { z } from 'zod'
import { id, moment, sha256Text, wholeDate } from './marks.js'
import { personName } from './people.js'
import { reasonText } from './text.js'

export const decisionKinds = ['approve', 'return', 'withdraw'] as const

/** How a round of review came to its end; null while it is open. */
export const roundEndings = ['returned', 'pulled-back', 'changed', 'corrected'] as const

export const decisionAnswer = z
  .strictObject({
    stage: z.int(),
    stageName: z.string(),
    kind: z.enum(decisionKinds),
    person: personName,
    reason: z.string().nullable(),
    at: moment,
    counts: z.boolean(),
    excepted: z.boolean(),
  })
  .meta({ id: 'Decision' })

/** One thing that differs from what was last submitted, in words. */
export const changeAnswer = z.strictObject({ code: z.string(), message: z.string() }).meta({ id: 'Change' })

/** A stage of the round: who may act in it, until when, what they have to look at. */
export const stageAnswer = z
  .strictObject({
    name: z.string(),
    /** Empty: every reviewer of the publication. */
    reviewers: z.array(personName),
    /** The day by which it should be decided; null for none, or while an earlier stage is open. */
    due: z.string().nullable(),
    checklist: z.array(z.strictObject({ text: z.string(), by: personName.nullable(), at: moment.nullable() })),
    delegated: z.array(z.strictObject({ from: personName.nullable(), to: personName, reason: z.string(), at: moment })),
  })
  .meta({ id: 'ReviewRoundStage' })

export const roundAnswer = z
  .strictObject({
    number: z.int(),
    stages: z.array(stageAnswer),
    contentHash: sha256Text,
    submittedBy: personName.nullable(),
    submittedAt: moment,
    /** What differs from the round before: all a reviewer has to look at again. */
    changes: z.array(changeAnswer),
    decisions: z.array(decisionAnswer),
    ending: z.enum(roundEndings).nullable(),
    endedBy: personName.nullable(),
    endedAt: moment.nullable(),
    endReason: z.string().nullable(),
    /** What had changed when a change ended the round. */
    endChanges: z.array(changeAnswer),
  })
  .meta({ id: 'ReviewRound' })

export const reviewAnswer = z
  .strictObject({
    issue: id,
    rounds: z.array(roundAnswer),
    exception: z.strictObject({ by: personName.nullable(), reason: z.string(), at: moment }).nullable(),
  })
  .meta({ id: 'Review' })

export const exceptionRequest = z.strictObject({ reason: reasonText }).meta({ id: 'ExceptionRequest' })

/** 转办: another reviewer takes the open stage. */
export const delegationRequest = z.strictObject({ to: id, reason: reasonText }).meta({ id: 'DelegationRequest' })

/** By when a stage of the open round should be decided; null takes the day away. */
export const deadlineRequest = z.strictObject({ stage: z.int().min(0).max(5), due: wholeDate.nullable() }).meta({ id: 'DeadlineRequest' })

/** Ticks one point of the open stage's checklist, or takes the tick away. */
export const checklistRequest = z.strictObject({ item: z.int().min(0).max(29), done: z.boolean() }).meta({ id: 'ChecklistRequest' })

/** What differs, article by article, between the issue as the person last saw it and as it stands now. */
export const lookAnswer = z
  .strictObject({
    issue: id,
    /** When the person last said they had seen it; null for never. */
    seenAt: moment.nullable(),
    articles: z.array(
      z.strictObject({
        article: id,
        title: z.string(),
        change: z.enum(['added', 'removed', 'changed', 'moved', 'same']),
        /** The version seen then and the one that stands now. */
        from: z.int().nullable(),
        to: z.int().nullable(),
      }),
    ),
    /** Whether masthead facts, number or date differ. */
    factsChanged: z.boolean(),
  })
  .meta({ id: 'Look' })

/** An issue whose open stage waits for the person: theirs by name, or any reviewer's. */
export const reviewTask = z
  .strictObject({
    issue: id,
    publication: id,
    name: z.string(),
    stage: z.int(),
    stageName: z.string(),
    /** The day by which it should be decided; null for none. */
    due: z.string().nullable(),
    /** Since when the stage is open. */
    since: moment,
    /** Whether the stage is theirs alone: named for it, or handed to them. */
    named: z.boolean(),
  })
  .meta({ id: 'ReviewTask' })

export const reviewTaskList = z.strictObject({ items: z.array(reviewTask) }).meta({ id: 'ReviewTaskList' })

export type ReviewTask = z.infer<typeof reviewTask>
export type DelegationRequest = z.infer<typeof delegationRequest>
export type DeadlineRequest = z.infer<typeof deadlineRequest>
export type ChecklistRequest = z.infer<typeof checklistRequest>
export type LookAnswer = z.infer<typeof lookAnswer>
export type StageAnswer = z.infer<typeof stageAnswer>
export type RoundAnswer = z.infer<typeof roundAnswer>
export type ReviewAnswer = z.infer<typeof reviewAnswer>
export type ExceptionRequest = z.infer<typeof exceptionRequest>

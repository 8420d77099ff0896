import type { EditionAnswer, IssueAnswer, RenderAnswer, ReviewAnswer } from '#lib/editorial'
import type { Texts } from '../../lib/texts/zh.js'

/** One thing that happened to an issue. */
export interface Event {
  readonly at: string
  readonly what: string
  readonly who: string | null
  readonly detail: readonly string[]
}

interface Known {
  readonly issue: IssueAnswer
  readonly review: ReviewAnswer
  readonly renders: readonly RenderAnswer[]
  readonly editions: readonly EditionAnswer[]
}

/** Everything that is known to have happened to an issue, newest first. */
export function historyOf(known: Known, texts: Texts): Event[] {
  const events = [
    ...publishing(known.editions, texts),
    ...rendering(known.renders, texts),
    ...reviewing(known.review, texts),
    ...beginning(known.issue, texts),
  ]
  return events.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

const beginning = (issue: IssueAnswer, texts: Texts): Event[] => [
  { at: issue.madeAt, what: texts.issue.happened.made, who: issue.madeBy?.name ?? null, detail: [] },
]

function reviewing(review: ReviewAnswer, texts: Texts): Event[] {
  return review.rounds.flatMap((round) => [
    {
      at: round.submittedAt,
      what: texts.about(texts.review.round(round.number), texts.moves.submit),
      who: round.submittedBy?.name ?? null,
      detail: round.changes.map((change) => change.message),
    },
    ...round.decisions.map((decision) => ({
      at: decision.at,
      what: texts.about(decision.stageName, texts.review.decisions[decision.kind]),
      who: decision.person.name,
      detail: decision.reason === null ? [] : [decision.reason],
    })),
    ...(round.ending === null || round.endedAt === null || round.ending === 'returned'
      ? []
      : [
          {
            at: round.endedAt,
            what: texts.review.endings[round.ending],
            who: round.endedBy?.name ?? null,
            detail: [...(round.endReason === null ? [] : [round.endReason]), ...round.endChanges.map((change) => change.message)],
          },
        ]),
  ])
}

const rendering = (renders: readonly RenderAnswer[], texts: Texts): Event[] =>
  renders.map((render) => ({
    at: render.requestedAt,
    what: `${texts.issue.happened.asked}${texts.aside(texts.edition.purposes[render.purpose])}`,
    who: render.requestedBy?.name ?? null,
    detail: [texts.renderStates[render.state], ...(render.error === null || render.state !== 'failed' ? [] : [render.error.message])],
  }))

function publishing(editions: readonly EditionAnswer[], texts: Texts): Event[] {
  return editions.flatMap((edition) => [
    { at: edition.madeAt, what: texts.issue.happened.filesMade, who: null, detail: edition.files.map((file) => file.name) },
    ...(edition.releasedAt === null
      ? []
      : [{ at: edition.releasedAt, what: texts.moves.release, who: edition.releasedBy?.name ?? null, detail: [edition.name] }]),
    ...(edition.recalledAt === null
      ? []
      : [
          {
            at: edition.recalledAt,
            what: texts.moves.recall,
            who: null,
            detail: edition.recallReason === null ? [] : [edition.recallReason],
          },
        ]),
  ])
}

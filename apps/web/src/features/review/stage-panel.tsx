import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { can, type IssueAnswer, type StageAnswer } from '#lib/editorial'
import { readReview, setReviewDay, tickPoint } from '../../lib/api/reviews.js'
import { dateText, shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { DateInput } from '../../ui/date-input.js'
import { Field } from '../../ui/field.js'
import { useSay } from '../../ui/say.js'
import { DelegateDialog } from './delegate-dialog.js'
import styles from './review.module.css'

/** The stage that is open: by when, what has to be looked at, who took it over, and 转办. */
export function StagePanel({ issue }: { readonly issue: IssueAnswer }) {
  const { texts } = useSpoken()
  const actor = useActor()
  const [handing, setHanding] = useState(false)
  const review = useQuery({ queryKey: keys.review(issue.id), queryFn: () => readReview(issue.id) })
  const round = review.data?.rounds.at(-1)
  const stage = round?.ending === null ? round.stages?.[issue.stage] : undefined
  if (stage === undefined || issue.state !== 'in-review') return null
  const mine = can(actor, 'decide in review', issue.publication) && isMine(stage, actor.id)
  return (
    <section className={styles.panel} aria-label={texts.review.stage(stage.name)}>
      <h2>{texts.review.stage(stage.name)}</h2>
      {stage.reviewers.length > 0 && (
        <p className="small quiet">{texts.about(texts.review.reviewers, texts.listed(stage.reviewers.map((one) => one.name)))}</p>
      )}
      <StageDay issue={issue} stage={stage} />
      <Checklist issue={issue} stage={stage} mayTick={mine} />
      {stage.delegated.map((one) => (
        <p key={one.at} className="small">
          {texts.review.delegated(one.from?.name ?? texts.system, one.to.name)}
          <span className="quiet"> {one.reason}</span>
        </p>
      ))}
      {(mine || can(actor, 'grant review exceptions', issue.publication)) && (
        <div>
          <Button size="small" onClick={() => setHanding(true)}>
            {texts.review.delegate}
          </Button>
        </div>
      )}
      <DelegateDialog issue={issue} open={handing} onClose={() => setHanding(false)} />
    </section>
  )
}

const isMine = (stage: StageAnswer, person: string): boolean =>
  stage.reviewers.length === 0 || stage.reviewers.some((one) => one.id === person)

interface StageProps {
  readonly issue: IssueAnswer
  readonly stage: StageAnswer
}

function useReviewWork<Asked>(issue: string, work: (asked: Asked) => Promise<void>) {
  const say = useSay()
  const client = useQueryClient()
  return useMutation({
    mutationFn: work,
    onError: say.problem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.issue(issue) }),
  })
}

function StageDay({ issue, stage }: StageProps) {
  const { texts, language } = useSpoken()
  const maySet = can(useActor(), 'set review days', issue.publication)
  const set = useReviewWork(issue.id, (due: string | null) => setReviewDay(issue.id, { stage: issue.stage, due }))
  if (!maySet) return stage.due === null ? null : <p>{texts.review.due(dateText(stage.due, language))}</p>
  return (
    <Field label={texts.review.dueDay}>
      {(wiring) => (
        <DateInput
          {...wiring}
          key={stage.due ?? ''}
          value={stage.due}
          onChange={(due) => (due === null || due?.length === 10) && due !== stage.due && set.mutate(due)}
        />
      )}
    </Field>
  )
}

function Checklist({ issue, stage, mayTick }: StageProps & { readonly mayTick: boolean }) {
  const { texts, language } = useSpoken()
  const tick = useReviewWork(issue.id, (asked: { item: number; done: boolean }) => tickPoint(issue.id, asked))
  if (stage.checklist.length === 0) return null
  return (
    <fieldset className={styles.checklist}>
      <legend>{texts.review.checklist}</legend>
      {stage.checklist.map((point, item) => (
        <div key={point.text}>
          <Checkbox
            disabled={!mayTick || tick.isPending}
            checked={point.at !== null}
            onChange={(event) => tick.mutate({ item, done: event.target.checked })}
          >
            {point.text}
          </Checkbox>
          {point.at !== null && (
            <span className="small quiet">{texts.by(point.by?.name ?? texts.system, shortMoment(point.at, language))}</span>
          )}
        </div>
      ))}
    </fieldset>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { can, type IssueAnswer, type ReviewAnswer, type RoundAnswer } from '#lib/editorial'
import { flowSheetAddress, grantException, readReview, takeBackException } from '../../lib/api/reviews.js'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { usePublication } from '../../lib/publications.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Loaded } from '../../ui/loaded.js'
import { ReasonDialog } from '../../ui/reason-dialog.js'
import { useSay } from '../../ui/say.js'
import styles from './review.module.css'

/** Everything decided so far, round by round, and the exception where one was made. */
export function ReviewRecord({ issue }: { readonly issue: IssueAnswer }) {
  const { texts } = useSpoken()
  const review = useQuery({ queryKey: keys.review(issue.id), queryFn: () => readReview(issue.id) })
  return (
    <section className={styles.panel} aria-label={texts.review.rounds}>
      <h2>{texts.review.rounds}</h2>
      <Loaded of={review}>
        {(answer) => (
          <>
            {answer.rounds.length === 0 && <p className="quiet">{texts.review.noRounds}</p>}
            {[...answer.rounds].reverse().map((round) => (
              <Round key={round.number} round={round} />
            ))}
            <Exception issue={issue} exception={answer.exception} />
            {answer.rounds.length > 0 && (
              <p className="small">
                {texts.review.flowSheet}{' '}
                {(['pdf', 'docx'] as const).map((format) => (
                  <a key={format} className={styles.file} href={flowSheetAddress(issue.id, format)} download>
                    {texts.review.flowSheetAs(format.toUpperCase())}
                  </a>
                ))}
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}

function Round({ round }: { readonly round: RoundAnswer }) {
  const { texts, language } = useSpoken()
  const at = (moment: string): string => shortMoment(moment, language)
  return (
    <div className={styles.round}>
      <h3>{texts.review.round(round.number)}</h3>
      <p className="small quiet">{texts.review.submitted(round.submittedBy?.name ?? texts.system, at(round.submittedAt))}</p>
      <ul>
        {round.decisions.map((decision) => (
          <li key={`${decision.stage} ${decision.at}`} className={decision.counts ? undefined : styles.void}>
            <p>
              {texts.about(decision.stageName, texts.review.decisions[decision.kind])}
              <span className="small quiet">
                {'　'}
                {texts.together(decision.person.name, at(decision.at))}
                {decision.excepted ? texts.aside(texts.review.excepted) : ''}
              </span>
            </p>
            {decision.reason !== null && <p className={styles.reason}>{decision.reason}</p>}
          </li>
        ))}
      </ul>
      {round.ending !== null && (
        <p className="small">
          {texts.review.endings[round.ending]}
          <span className="quiet">
            {'　'}
            {round.endedBy?.name ?? ''} {round.endedAt === null ? '' : at(round.endedAt)}
          </span>
        </p>
      )}
      {round.endChanges.map((change) => (
        <p key={change.message} className="small quiet">
          {change.message}
        </p>
      ))}
    </div>
  )
}

interface ExceptionProps {
  readonly issue: IssueAnswer
  readonly exception: ReviewAnswer['exception']
}

function Exception({ issue, exception }: ExceptionProps) {
  const { texts } = useSpoken()
  const say = useSay()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const allowed = usePublication(issue.publication)?.reviewException !== null
  const mayGrant = can(useActor(), 'grant review exceptions', issue.publication)
  const reread = (): Promise<void> => client.invalidateQueries({ queryKey: keys.issue(issue.id) })
  const grant = useMutation({
    mutationFn: (reason: string) => grantException(issue.id, { reason }),
    onSuccess: () => setAsking(false),
    onError: say.problem,
    onSettled: reread,
  })
  const takeBack = useMutation({ mutationFn: () => takeBackException(issue.id), onError: say.problem, onSettled: reread })
  if (exception === null && !(allowed && mayGrant)) return null
  return (
    <div className={styles.round}>
      <h3>{texts.review.exception}</h3>
      {exception !== null && <p>{texts.review.exceptionGiven(exception.by?.name ?? texts.system, exception.reason)}</p>}
      {mayGrant &&
        (exception === null ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {texts.review.grant}
          </Button>
        ) : (
          <Button size="small" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
            {texts.review.takeBack}
          </Button>
        ))}
      <ReasonDialog
        open={asking}
        title={texts.review.grant}
        lead={texts.review.grantLead}
        confirm={texts.review.grant}
        busy={grant.isPending}
        onReason={(reason) => grant.mutate(reason)}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}

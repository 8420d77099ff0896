import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type IssueAnswer, rolesIn } from '#lib/editorial'
import { readReview } from '../../lib/api/reviews.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { CopyText } from '../../ui/copy-text.js'
import { MoveButton } from '../../ui/move-button.js'
import { Note } from '../../ui/note.js'
import styles from './review.module.css'

/** What exactly is being approved, what differs from last time, and 通过 / 退回 / 撤回. */
export function DecisionPanel({ issue }: { readonly issue: IssueAnswer }) {
  const texts = useTexts()
  const [seenHash, setSeenHash] = useState(issue.contentHash)
  const overtaken = seenHash !== null && issue.contentHash !== null && seenHash !== issue.contentHash
  const stage = issue.stages[issue.stage]
  const review = useQuery({ queryKey: keys.review(issue.id), queryFn: () => readReview(issue.id) })
  const round = review.data?.rounds.at(-1)
  const reviewer = rolesIn(useActor(), issue.publication).includes('reviewer')
  const approve = issue.moves.find((one) => one.move === 'approve')
  if (issue.contentHash === null) return null
  return (
    <section className={styles.panel} aria-label={texts.review.decide}>
      <h2>{texts.review.decide}</h2>
      <p>{stage === undefined ? texts.review.allPassed : texts.review.openStage(stage)}</p>
      {round !== undefined && round.ending === null && (
        <div>
          <h3>{texts.review.changes}</h3>
          {round.changes.length === 0 ? (
            <p className="quiet">{round.number === 1 ? texts.review.firstRound : texts.review.sameContent}</p>
          ) : (
            <ul className={styles.changes}>
              {round.changes.map((change) => (
                <li key={change.message}>{change.message}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {overtaken && (
        <Note
          tone="warn"
          title={texts.review.changed}
          actions={
            <Button size="small" onClick={() => setSeenHash(issue.contentHash)}>
              {texts.review.showNewest}
            </Button>
          }
        />
      )}
      {approve !== undefined && approve.hindrances.length > 0 && (
        <Note>
          {approve.hindrances.map((one) => (
            <p key={one.code}>{one.message}</p>
          ))}
        </Note>
      )}
      {!reviewer && stage !== undefined && <p className="quiet">{texts.review.notYours}</p>}
      {!overtaken && (
        <div className="row">
          <MoveButton issue={issue} move="approve" primary seenHash={seenHash ?? issue.contentHash} />
          <MoveButton issue={issue} move="return" danger seenHash={seenHash ?? issue.contentHash} />
          <MoveButton issue={issue} move="withdraw" onlyWhenFree seenHash={seenHash ?? issue.contentHash} />
        </div>
      )}
      <p className="small quiet">
        {texts.review.approves} <CopyText text={issue.contentHash} label={texts.review.hash} shown={12} />
      </p>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { can, type IssueAnswer } from '#lib/editorial'
import { readLook } from '../../lib/api/reviews.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { useIssue } from '../../lib/use-issue.js'
import { Loaded } from '../../ui/loaded.js'
import { Note } from '../../ui/note.js'
import { DecisionPanel } from './decision-panel.js'
import { IssueComments } from './issue-comments.js'
import { LookNote } from './look-note.js'
import { ReadingPane } from './reading-pane.js'
import styles from './review.module.css'
import { ReviewContents } from './review-contents.js'
import { ReviewRecord } from './review-record.js'
import { StagePanel } from './stage-panel.js'
import { useReading } from './use-reading.js'

/** 审校: the content as submitted, article by article, and the decision about it. */
export function ReviewPage() {
  const { issue: id = '' } = useParams()
  return <Loaded of={useIssue(id)}>{(issue) => <ReviewDesk key={issue.id} issue={issue} />}</Loaded>
}

function ReviewDesk({ issue }: { readonly issue: IssueAnswer }) {
  const texts = useTexts()
  const look = useQuery({ queryKey: keys.look(issue.id), queryFn: () => readLook(issue.id) }).data
  const reading = useReading(issue, look)
  const actor = useActor()
  const mayComment = can(actor, 'comment on issues', issue.publication)
  const { article } = reading
  return (
    <div className={styles.desk}>
      <ReviewContents issue={issue} reading={reading} look={look} />
      <div className={styles.middle}>
        {issue.contentHash === null && <Note title={texts.review.notSubmitted} />}
        {issue.contentHash !== null && can(actor, 'decide in review', issue.publication) && <LookNote look={look} />}
        {article === undefined ? (
          <p className="quiet">{texts.nothingHere}</p>
        ) : (
          <ReadingPane
            key={article.article}
            publication={issue.publication}
            placed={article}
            reading={reading}
            issue={issue.id}
            stage={issue.stages[issue.stage]}
          />
        )}
      </div>
      <aside className={styles.aside}>
        <DecisionPanel issue={issue} />
        <StagePanel issue={issue} />
        <IssueComments issue={issue} mayComment={mayComment} />
        <ReviewRecord issue={issue} />
      </aside>
    </div>
  )
}

import { useParams } from 'react-router'
import type { IssueAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { useIssue } from '../../lib/use-issue.js'
import { Loaded } from '../../ui/loaded.js'
import { Note } from '../../ui/note.js'
import { DecisionPanel } from './decision-panel.js'
import { ReadingPane } from './reading-pane.js'
import styles from './review.module.css'
import { ReviewContents } from './review-contents.js'
import { ReviewRecord } from './review-record.js'
import { useReading } from './use-reading.js'

/** 审校: the content as submitted, article by article, and the decision about it. */
export function ReviewPage() {
  const { issue: id = '' } = useParams()
  return <Loaded of={useIssue(id)}>{(issue) => <ReviewDesk key={issue.id} issue={issue} />}</Loaded>
}

function ReviewDesk({ issue }: { readonly issue: IssueAnswer }) {
  const texts = useTexts()
  const reading = useReading(issue)
  const { article } = reading
  return (
    <div className={styles.desk}>
      <ReviewContents issue={issue} reading={reading} />
      <div className={styles.middle}>
        {issue.contentHash === null && <Note title={texts.review.notSubmitted} />}
        {article === undefined ? (
          <p className="quiet">{texts.nothingHere}</p>
        ) : (
          <ReadingPane key={article.article} publication={issue.publication} placed={article} reading={reading} />
        )}
      </div>
      <aside className={styles.aside}>
        <DecisionPanel issue={issue} />
        <ReviewRecord issue={issue} />
      </aside>
    </div>
  )
}

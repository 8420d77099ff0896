import { useParams } from 'react-router'
import type { IssueAnswer } from '#lib/editorial'
import { useIssue } from '../../lib/use-issue.js'
import { Loaded } from '../../ui/loaded.js'
import { ArticlePool } from './article-pool.js'
import { Board } from './board.js'
import styles from './board.module.css'
import { IssueChecks } from './issue-checks.js'
import { IssueFacts } from './issue-facts.js'
import { LayoutFacts } from './layout-facts.js'
import { NextStep } from './next-step.js'
import { useArrangement } from './use-arrangement.js'
import { useLastLayout } from './use-last-layout.js'

/** 编排: the columns with their articles, and beside them what is known of the issue and what may still come in. */
export function BoardPage() {
  const { issue: id = '' } = useParams()
  return <Loaded of={useIssue(id)}>{(issue) => <BoardDesk issue={issue} />}</Loaded>
}

function BoardDesk({ issue }: { readonly issue: IssueAnswer }) {
  const { lanes, arrange, saving } = useArrangement(issue)
  const printed = useLastLayout(issue.id)
  const mayEdit = issue.moves.some((one) => one.move === 'edit')
  return (
    <div className={styles.desk}>
      <Board issue={issue} lanes={lanes} printed={printed} mayEdit={mayEdit} saving={saving} arrange={arrange} />
      <aside className={styles.aside}>
        <NextStep issue={issue} />
        <IssueFacts issue={issue} mayEdit={mayEdit} />
        <IssueChecks issue={issue} lanes={lanes} mayEdit={mayEdit} arrange={arrange} />
        <LayoutFacts lanes={lanes} printed={printed} />
        {mayEdit && <ArticlePool issue={issue} lanes={lanes} arrange={arrange} />}
      </aside>
    </div>
  )
}

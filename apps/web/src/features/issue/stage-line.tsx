import { Fragment } from 'react'
import type { IssueAnswer } from '#lib/editorial'
import styles from './issue-frame.module.css'

/** 初审 — 复审 — 终审, those passed and the open one told apart. Only while it says something. */
export function StageLine({ issue }: { readonly issue: IssueAnswer }) {
  if (issue.state === 'draft' || issue.state === 'recalled') return null
  return (
    <span className={styles.stages}>
      {issue.stages.map((stage, at) => (
        <Fragment key={stage}>
          {at > 0 && <span aria-hidden> — </span>}
          <span className={at < issue.stage ? styles.passed : at === issue.stage ? styles.open : undefined}>
            {at < issue.stage ? '✓ ' : ''}
            {stage}
          </span>
        </Fragment>
      ))}
    </span>
  )
}

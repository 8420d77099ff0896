import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { can, type IssueAnswer } from '#lib/editorial'
import { readIssueFindings } from '../../lib/api/fixes.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { findingTones } from '../../ui/finding-list.js'
import { Tag } from '../../ui/state-tag.js'
import { BatchFixDialog } from './batch-fix-dialog.js'
import styles from './board.module.css'
import type { Arrange, Lane } from './lanes.js'
import { useFindingCounts } from './use-finding-counts.js'

interface IssueChecksProps {
  readonly issue: IssueAnswer
  readonly lanes: readonly Lane[]
  readonly mayEdit: boolean
  readonly arrange: (change: Arrange) => void
}

/** What only the whole issue shows — one piece twice, two spellings of a source — and the way to mend many places at once. */
export function IssueChecks({ issue, lanes, mayEdit, arrange }: IssueChecksProps) {
  const { fixes } = useTexts()
  const [mending, setMending] = useState(false)
  const actor = useActor()
  const mayMend = mayEdit && can(actor, 'edit articles', issue.publication)
  const sure = [...useFindingCounts(lanes).values()].reduce((sum, one) => sum + one.sure, 0)
  return (
    <section className={styles.panel} aria-label={fixes.checks}>
      <header className={styles.panelHead}>
        <h2>{fixes.checks}</h2>
        {mayMend && sure > 0 && (
          <Button size="small" onClick={() => setMending(true)}>
            {fixes.issue}
          </Button>
        )}
      </header>
      <IssueFindings issue={issue} />
      {mending && <BatchFixDialog lanes={lanes} arrange={arrange} onClose={() => setMending(false)} />}
    </section>
  )
}

function IssueFindings({ issue }: { readonly issue: IssueAnswer }) {
  const texts = useTexts()
  const { data } = useQuery({ queryKey: keys.issueFindings(issue.id), queryFn: () => readIssueFindings(issue.id) })
  if (data === undefined) return null
  if (data.findings.length === 0) return <p className="quiet">{texts.fixes.noChecks}</p>
  return (
    <ul className={styles.checks}>
      {data.findings.map((one) => (
        <li key={`${one.rule} ${one.article} ${one.block} ${one.from}`}>
          <Tag tone={findingTones[one.severity]}>{texts.severities[one.severity]}</Tag> {one.message}
          {one.article !== null && (
            <p className="small">
              <Link to={`/p/${issue.publication}/articles/${one.article}`}>{one.articleTitle}</Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

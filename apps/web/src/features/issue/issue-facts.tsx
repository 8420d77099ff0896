import { Button } from 'antd'
import { useState } from 'react'
import type { IssueAnswer } from '#lib/editorial'
import { dateText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import styles from './board.module.css'
import { FactsDialog } from './facts-dialog.js'

interface IssueFactsProps {
  readonly issue: IssueAnswer
  readonly mayEdit: boolean
}

/** 本期信息: number, date, editors, contact. */
export function IssueFacts({ issue, mayEdit }: IssueFactsProps) {
  const { texts, language } = useSpoken()
  const [editing, setEditing] = useState(false)
  const facts: readonly (readonly [string, string])[] = [
    [texts.issue.date, issue.date === null ? '' : dateText(issue.date, language)],
    [texts.issue.editors, texts.listed(issue.editors)],
    [texts.issue.contact, issue.contact ?? ''],
    [texts.issue.titleLines, issue.titleLines.join(' / ')],
  ]
  return (
    <section className={styles.panel} aria-label={texts.issue.facts}>
      <header className={styles.panelHead}>
        <h2>{texts.issue.facts}</h2>
        {mayEdit && (
          <Button size="small" aria-label={texts.issue.editFacts} onClick={() => setEditing(true)}>
            {texts.edit}
          </Button>
        )}
      </header>
      <dl className={styles.list}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <FactsDialog key={issue.version} issue={issue} open={editing} onClose={() => setEditing(false)} />
    </section>
  )
}

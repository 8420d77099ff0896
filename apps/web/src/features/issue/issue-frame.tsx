import { NavLink, Outlet, useParams } from 'react-router'
import { useTexts } from '../../lib/language.js'
import { useIssue } from '../../lib/use-issue.js'
import { Loaded } from '../../ui/loaded.js'
import { MoveButton } from '../../ui/move-button.js'
import { PageHead } from '../../ui/page-head.js'
import { IssueTag } from '../../ui/state-tag.js'
import styles from './issue-frame.module.css'
import { StageLine } from './stage-line.js'

const TABS = [
  ['board', '.'],
  ['preview', 'preview'],
  ['review', 'review'],
  ['edition', 'edition'],
  ['history', 'history'],
] as const

/** The frame round one issue: what it is, where it stands, what can be done next, and its pages. */
export function IssueFrame() {
  const texts = useTexts()
  const { issue: id = '' } = useParams()
  const issue = useIssue(id)
  return (
    <Loaded of={issue}>
      {(answer) => (
        <>
          <PageHead
            title={answer.name}
            aside={
              <>
                <IssueTag issue={answer} />
                <StageLine issue={answer} />
              </>
            }
            actions={
              <>
                <MoveButton issue={answer} move="pull-back" onlyWhenFree />
                <MoveButton issue={answer} move="recall" danger />
                <MoveButton issue={answer} move="correct" />
                <MoveButton issue={answer} move="submit" primary />
                <MoveButton issue={answer} move="release" primary />
              </>
            }
          />
          <nav aria-label={texts.issue.tabs.label} className={styles.tabs}>
            {TABS.map(([name, to]) => (
              <NavLink
                key={name}
                to={to}
                end={name === 'board'}
                className={({ isActive }) => (isActive ? `${styles.tab} ${styles.here}` : (styles.tab ?? ''))}
              >
                {texts.issue.tabs[name]}
              </NavLink>
            ))}
          </nav>
          <Outlet />
        </>
      )}
    </Loaded>
  )
}

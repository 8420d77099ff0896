import { Link } from 'react-router'
import { type IssueLine, issueStates, type PublicationAnswer } from '#lib/editorial'
import { dateText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { IssueTag } from '../../ui/state-tag.js'
import styles from './desk.module.css'

interface PublicationCardProps {
  readonly publication: PublicationAnswer
  readonly issues: readonly IssueLine[] | undefined
}

const LATEST = 5

/** A publication: how many issues stand where, and its latest. */
export function PublicationCard({ publication, issues }: PublicationCardProps) {
  const { texts, language } = useSpoken()
  const home = `/p/${publication.id}/issues`
  const count = (state: IssueLine['state']): number => issues?.filter((issue) => issue.state === state).length ?? 0
  return (
    <section className="card" aria-label={publication.name}>
      <header className={styles.head}>
        <h2>{publication.name}</h2>
        <span className="quiet small">{texts.listed(publication.roles.map((role) => texts.roles[role]))}</span>
        <ul className={styles.counts} aria-label={texts.desk.counts}>
          {issueStates
            .filter((state) => count(state) > 0)
            .map((state) => (
              <li key={state}>
                {texts.states[state]} <strong>{count(state)}</strong>
              </li>
            ))}
        </ul>
        <Link to={home}>{texts.desk.allIssues}</Link>
      </header>
      {issues !== undefined && issues.length === 0 && <p className="card-body quiet">{texts.desk.noIssues}</p>}
      {issues !== undefined && issues.length > 0 && (
        <table className="lines" aria-label={texts.desk.latest}>
          <tbody>
            {issues.slice(0, LATEST).map((issue) => (
              <tr key={issue.id}>
                <td>
                  <Link to={`${home}/${issue.id}`}>{issue.name}</Link>
                </td>
                <td>
                  <IssueTag issue={issue} />
                </td>
                <td className="quiet">{issue.date === null ? '' : dateText(issue.date, language)}</td>
                <td className="numeric quiet">{texts.articles(issue.articles)}</td>
                <td className="numeric quiet">{texts.characters(issue.characters)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

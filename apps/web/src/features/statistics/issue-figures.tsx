import { Link, useParams } from 'react-router'
import type { ErrorRates, StatisticsAnswer } from '#lib/editorial'
import { numberText } from '../../lib/format.js'
import { useTexts } from '../../lib/language.js'
import { Tag } from '../../ui/state-tag.js'
import styles from './statistics.module.css'

interface IssueFiguresProps {
  readonly issues: StatisticsAnswer['issues']
  readonly rates: ErrorRates | undefined
}

/** Each issue: how large it was, and how many errors were confirmed in 10,000 characters of it. */
export function IssueFigures({ issues, rates }: IssueFiguresProps) {
  const { statistics, inbox } = useTexts()
  const { publication = '' } = useParams()
  return (
    <section className="card" aria-label={statistics.byIssue}>
      <h2 className={styles.head}>{statistics.byIssue}</h2>
      <table className="lines">
        <thead>
          <tr>
            <th>{statistics.issue}</th>
            <th className="numeric">{statistics.articles}</th>
            <th className="numeric">{inbox.length}</th>
            <th className="numeric">{statistics.pages}</th>
            <th className="numeric">{statistics.errors}</th>
            <th>{statistics.rate}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => {
            const rate = rates?.issues.find((one) => one.issue === issue.issue)
            return (
              <tr key={issue.issue}>
                <td>
                  <Link to={`/p/${publication}/issues/${issue.issue}`}>{issue.name}</Link>
                </td>
                <td className="numeric">{issue.articles}</td>
                <td className="numeric">{numberText(issue.characters)}</td>
                <td className="numeric">{issue.pages ?? ''}</td>
                <td className="numeric">{rate?.errors ?? ''}</td>
                <td>
                  {rate?.perTenThousand !== undefined && rate.perTenThousand !== null && (
                    <Tag tone={rate.passed ? 'good' : 'bad'}>{statistics.rateOf(rate.perTenThousand.toFixed(2), rate.passed)}</Tag>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

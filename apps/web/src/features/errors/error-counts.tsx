import type { ErrorRates } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { Tag } from '../../ui/state-tag.js'
import styles from './errors.module.css'
import { useStageName } from './use-stage-name.js'

interface ErrorCountsProps {
  readonly rates: ErrorRates
  /** Null: every issue with an error. */
  readonly issue: string | null
}

type Rated = ErrorRates['issues'][number]

/** What the errors of an issue come to: whether it passes, and where they are by kind and stage. */
export function ErrorCounts({ rates, issue }: ErrorCountsProps) {
  const { errors } = useTexts()
  const stageName = useStageName()
  const shown = rates.issues.filter((one) => (issue === null ? one.errors > 0 : one.issue === issue))
  if (shown.length === 0) return null
  const kinds = sums(shown.flatMap((one) => one.kinds.map(({ kind, errors: count }) => [errors.kinds[kind], count] as const)))
  const stages = sums(shown.flatMap((one) => one.stages.map(({ stage, errors: count }) => [stageName(stage), count] as const)))
  return (
    <div className={styles.counts}>
      <section className="card" aria-label={errors.rate}>
        <IssueRates issues={shown} passing={rates.passing} />
      </section>
      <Counted title={errors.byKind} rows={kinds} />
      <Counted title={errors.byStage} rows={stages} />
    </div>
  )
}

function IssueRates({ issues, passing }: { readonly issues: readonly Rated[]; readonly passing: number }) {
  const { errors, statistics } = useTexts()
  return (
    <table className="lines">
      <thead>
        <tr>
          <th>{errors.issue}</th>
          <th className="numeric">{errors.count}</th>
          <th title={errors.passing(passing)}>{statistics.rate}</th>
        </tr>
      </thead>
      <tbody>
        {issues.map((one) => (
          <tr key={one.issue}>
            <td>{one.name}</td>
            <td className="numeric">{one.errors}</td>
            <td>
              {one.perTenThousand !== null && (
                <Tag tone={one.passed ? 'good' : 'bad'}>{statistics.rateOf(one.perTenThousand.toFixed(2), one.passed)}</Tag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Counted({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string, number])[] }) {
  const { errors } = useTexts()
  const most = Math.max(...rows.map(([, count]) => count), 1)
  return (
    <section className="card" aria-label={title}>
      <table className="lines">
        <thead>
          <tr>
            <th>{title}</th>
            <th className="numeric">{errors.count}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="numeric">{count}</td>
              <td className={styles.barCell}>
                <div className={styles.bar} style={{ width: `${(count / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Weights of one name added up, the heaviest first; tenths are added as whole numbers. */
function sums(parts: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  const tenths = new Map<string, number>()
  for (const [name, count] of parts) tenths.set(name, (tenths.get(name) ?? 0) + Math.round(count * 10))
  return [...tenths].sort((a, b) => b[1] - a[1]).map(([name, sum]) => [name, sum / 10])
}

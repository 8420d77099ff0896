import type { StatisticsAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import styles from './statistics.module.css'

const DAY = 24
const MINUTES = 60

/** House: below an hour minutes say more. */
const isShort = (hours: number): boolean => hours < 1

/** How long each stage of review took from its opening to its approval. */
export function StageTimes({ stages }: { readonly stages: StatisticsAnswer['stages'] }) {
  const { statistics } = useTexts()
  if (stages.length === 0) return null
  const longest = Math.max(...stages.map((one) => one.longestHours), 1)
  const time = (hours: number): string => {
    if (isShort(hours)) return statistics.minutes((hours * MINUTES).toFixed(0))
    return hours < DAY ? statistics.hours(hours.toFixed(1)) : statistics.days((hours / DAY).toFixed(1))
  }
  return (
    <section className="card" aria-label={statistics.byStage}>
      <h2 className={styles.head}>{statistics.byStage}</h2>
      <table className="lines">
        <thead>
          <tr>
            <th>{statistics.stage}</th>
            <th className="numeric">{statistics.decisions}</th>
            <th className="numeric">{statistics.median}</th>
            <td />
            <th className="numeric">{statistics.longest}</th>
            <th className="numeric">{statistics.returned}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((one) => (
            <tr key={one.stage}>
              <td>{one.stage}</td>
              <td className="numeric">{one.decisions}</td>
              <td className="numeric">{time(one.medianHours)}</td>
              <td className={styles.barCell}>
                <div className={styles.bar} style={{ width: `${(one.medianHours / longest) * 100}%` }} />
              </td>
              <td className="numeric">{time(one.longestHours)}</td>
              <td className="numeric">{one.returned}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import { numberText } from '../../lib/format.js'
import { useTexts } from '../../lib/language.js'
import styles from './statistics.module.css'

interface Row {
  readonly name: string
  readonly articles: number
  readonly characters: number
}

interface BarTableProps {
  readonly title: string
  readonly name: string
  readonly rows: readonly Row[]
}

/** House: a dozen bars are seen at a glance. */
const FIRST = 12

/** Articles by something, the most first: the figure says it, the bar shows it. */
export function BarTable({ title, name, rows }: BarTableProps) {
  const { statistics, inbox, more } = useTexts()
  const [all, setAll] = useState(false)
  const sorted = [...rows].sort((a, b) => b.articles - a.articles || b.characters - a.characters)
  const most = sorted[0]?.articles ?? 1
  return (
    <section className="card" aria-label={title}>
      <h2 className={styles.head}>{title}</h2>
      <table className="lines">
        <thead>
          <tr>
            <th>{name}</th>
            <th className="numeric">{statistics.articles}</th>
            <td />
            <th className="numeric">{inbox.length}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? sorted : sorted.slice(0, FIRST)).map((row) => (
            <tr key={row.name}>
              <td>{row.name === '' ? inbox.noSource : row.name}</td>
              <td className="numeric">{row.articles}</td>
              <td className={styles.barCell}>
                <div className={styles.bar} style={{ width: `${(row.articles / most) * 100}%` }} />
              </td>
              <td className="numeric quiet">{numberText(row.characters)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && sorted.length > FIRST && (
        <div className="card-body">
          <Button size="small" onClick={() => setAll(true)}>
            {more}
          </Button>
        </div>
      )}
    </section>
  )
}

import type { ReactNode } from 'react'
import { useTexts } from '../lib/language.js'

interface LineTableProps {
  readonly heads: readonly string[]
  readonly label?: string
  /** A row for each thing; its last cell holds what can be done with it. */
  readonly children: ReactNode
}

/** A list of things in columns, the last of which is headed only for who listens. */
export function LineTable({ heads, label, children }: LineTableProps) {
  const { actions } = useTexts()
  return (
    <table className="lines" aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
          <th>
            <span className="unseen">{actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

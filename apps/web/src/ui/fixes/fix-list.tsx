import { Checkbox } from 'antd'
import styles from './fix-list.module.css'

/** One fix as it would read: some words before and after, what stands there, what would stand there. */
export interface ShownFix {
  readonly id: string
  readonly before: string
  readonly text: string
  readonly suggestion: string
  readonly after: string
}

interface FixListProps {
  readonly fixes: readonly ShownFix[]
  /** Those taken back. */
  readonly left: ReadonlySet<string>
  readonly setLeft: (left: ReadonlySet<string>) => void
}

/** Fixes to be looked over, each taken or left out. */
export function FixList({ fixes, left, setLeft }: FixListProps) {
  const take = (id: string, taken: boolean): void => setLeft(new Set(taken ? [...left].filter((one) => one !== id) : [...left, id]))
  return (
    <ul className={styles.list}>
      {fixes.map(({ id, before, text, suggestion, after }) => (
        <li key={id}>
          <Checkbox checked={!left.has(id)} onChange={(event) => take(id, event.target.checked)}>
            <span className={styles.words} lang="zh-CN">
              <span>{before}</span>
              <del>{text}</del>
              {suggestion !== '' && <ins>{suggestion}</ins>}
              <span>{after}</span>
            </span>
          </Checkbox>
        </li>
      ))}
    </ul>
  )
}

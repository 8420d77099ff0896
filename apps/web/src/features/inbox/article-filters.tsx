import { Input, Segmented } from 'antd'
import type { RefObject } from 'react'
import { useTexts } from '../../lib/language.js'
import styles from './inbox.module.css'

export type Which = 'unplaced' | 'all'

interface ArticleFiltersProps {
  readonly search: RefObject<HTMLDivElement | null>
  readonly title: string
  readonly onTitle: (title: string) => void
  readonly which: Which
  readonly onWhich: (which: Which) => void
}

/** Which articles the list holds, and the keys that work on it. */
export function ArticleFilters({ search, title, onTitle, which, onWhich }: ArticleFiltersProps) {
  const { inbox } = useTexts()
  return (
    <div className={styles.filters}>
      <div ref={search}>
        <Input
          allowClear
          className={styles.search ?? ''}
          aria-label={inbox.search}
          placeholder={inbox.search}
          maxLength={100}
          value={title}
          onChange={(event) => onTitle(event.target.value)}
        />
      </div>
      <Segmented
        aria-label={inbox.which}
        value={which}
        options={[
          { value: 'unplaced', label: inbox.unplaced },
          { value: 'all', label: inbox.all },
        ]}
        onChange={onWhich}
      />
      <span className="quiet small">{inbox.keys}</span>
    </div>
  )
}

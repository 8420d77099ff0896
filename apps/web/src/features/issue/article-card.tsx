import { useSortable } from '@dnd-kit/sortable'
import { Button, Dropdown } from 'antd'
import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import type { PlacedArticle } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { Tag } from '../../ui/state-tag.js'
import styles from './board.module.css'
import { type Arrange, type Lane, sendArticle, stepArticle, takeNewer, takeOut } from './lanes.js'
import type { PrintedPlace } from './printed-pages.js'
import type { FindingCounts } from './use-finding-counts.js'

interface ArticleCardProps {
  readonly placed: PlacedArticle
  readonly publication: string
  readonly number: number
  readonly lanes: readonly Lane[]
  readonly lane: number
  readonly mayEdit: boolean
  readonly counts: FindingCounts | undefined
  /** Where it stood in the last layout. */
  readonly place: PrintedPlace | undefined
  readonly arrange: (change: Arrange, keepFocusOn?: string) => void
}

/** One article in its place: number, title, what is odd about it, and the ways to move it. */
export function ArticleCard({ placed, publication, number, lanes, lane, mayEdit, counts, place, arrange }: ArticleCardProps) {
  const texts = useTexts()
  const { article, title, newer } = placed
  const drag = useSortable({ id: article, disabled: !mayEdit })
  const step = (by: -1 | 1): void => arrange(stepArticle(article, by), article)
  const press = (event: KeyboardEvent): void => {
    if (!mayEdit || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    step(event.key === 'ArrowUp' ? -1 : 1)
  }
  const others = lanes.flatMap((one, at) => (at === lane ? [] : [{ key: String(at), label: one.name ?? texts.issue.unnamedColumn }]))
  return (
    <li
      ref={drag.setNodeRef}
      data-article={article}
      tabIndex={-1}
      className={drag.isDragging ? `${styles.card} ${styles.lifted}` : styles.card}
      style={{ transform: shifted(drag.transform), transition: drag.transition }}
      onKeyDown={press}
    >
      {mayEdit && (
        <span ref={drag.setActivatorNodeRef} {...drag.listeners} className={styles.handle} title={texts.issue.drag(title)} aria-hidden>
          ⠿
        </span>
      )}
      <span className={styles.number}>{number}</span>
      <div className={styles.words}>
        <Link className={styles.title} data-title to={`/p/${publication}/articles/${article}?version=${placed.version}`}>
          {title}
        </Link>
        <div className={styles.facts}>
          {placed.source !== null && <span>{placed.source}</span>}
          <span>{texts.characters(placed.characters)}</span>
          <span>{texts.version(placed.version)}</span>
          {place !== undefined && place.version === placed.version && <span>{texts.issue.printedAt(place.label, place.pages)}</span>}
          <FindingTag counts={counts} />
          {newer !== null && (
            <>
              <Tag tone="busy">{texts.issue.newer(newer)}</Tag>
              {mayEdit && (
                <Button size="small" aria-label={texts.issue.takeNewerOf(title)} onClick={() => arrange(takeNewer(article), article)}>
                  {texts.issue.takeNewer}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
      {mayEdit && (
        <span className={styles.tools}>
          <Button
            size="small"
            type="text"
            aria-label={texts.issue.moveUp(title)}
            disabled={number === 1 && lane === 0}
            onClick={() => step(-1)}
          >
            ↑
          </Button>
          <Button size="small" type="text" aria-label={texts.issue.moveDown(title)} onClick={() => step(1)}>
            ↓
          </Button>
          <Dropdown
            trigger={['click']}
            menu={{ items: others, onClick: ({ key }) => arrange(sendArticle(article, Number(key)), article) }}
            disabled={others.length === 0}
          >
            <Button size="small" type="text" aria-label={texts.issue.moveToOf(title)}>
              {texts.issue.moveTo}
            </Button>
          </Dropdown>
          <Button size="small" type="text" aria-label={texts.issue.takeOut(title)} onClick={() => arrange(takeOut(article))}>
            {texts.remove}
          </Button>
        </span>
      )}
    </li>
  )
}

function FindingTag({ counts }: { readonly counts: FindingCounts | undefined }) {
  const texts = useTexts()
  if (counts === undefined) return null
  if (counts.block > 0) return <Tag tone="bad">{texts.issue.blocking(counts.block)}</Tag>
  return counts.warn > 0 ? <Tag tone="warn">{texts.issue.toCheck(counts.warn)}</Tag> : null
}

const shifted = (by: { x: number; y: number } | null): string | undefined =>
  by === null ? undefined : `translate3d(${by.x}px, ${by.y}px, 0)`

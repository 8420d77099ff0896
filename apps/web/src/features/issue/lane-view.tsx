import { useDroppable } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { IssueAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { ArticleCard } from './article-card.js'
import styles from './board.module.css'
import { laneId } from './board-drag.js'
import { ColumnNameDialog } from './column-name-dialog.js'
import { type Arrange, type Lane, removeLane, renameLane, stepLane } from './lanes.js'
import type { PrintedPages } from './printed-pages.js'
import type { FindingCounts } from './use-finding-counts.js'

interface LaneViewProps {
  readonly issue: IssueAnswer
  readonly lanes: readonly Lane[]
  readonly at: number
  /** The running number of its first article. */
  readonly firstNumber: number
  readonly mayEdit: boolean
  readonly counts: ReadonlyMap<string, FindingCounts>
  readonly printed: PrintedPages | undefined
  readonly arrange: (change: Arrange, keepFocusOn?: string) => void
}

/** One column of the issue with its articles in order. */
export function LaneView({ issue, lanes, at, firstNumber, mayEdit, counts, printed, arrange }: LaneViewProps) {
  const texts = useTexts()
  const id = useId()
  const [renaming, setRenaming] = useState(false)
  const lane = lanes[at]
  const { setNodeRef, isOver } = useDroppable({ id: laneId(at), disabled: !mayEdit })
  if (lane === undefined) return null
  const name = lane.name ?? texts.issue.unnamedColumn
  const button = (label: string, sign: string, disabled: boolean, act: () => void) => (
    <Button size="small" type="text" aria-label={label} title={label} disabled={disabled} onClick={act}>
      {sign}
    </Button>
  )
  return (
    <section className={isOver ? `${styles.lane} ${styles.over}` : styles.lane} aria-labelledby={id}>
      <header className={styles.laneHead}>
        <h2 id={id}>{name}</h2>
        <span className="quiet small">{texts.articles(lane.articles.length)}</span>
        {mayEdit && (
          <span className={styles.laneTools}>
            {button(texts.issue.columnUp(name), '↑', at === 0, () => arrange(stepLane(lane.name, -1)))}
            {button(texts.issue.columnDown(name), '↓', at === lanes.length - 1, () => arrange(stepLane(lane.name, 1)))}
            {button(`${texts.issue.renameColumn} ${name}`, texts.issue.renameColumn, false, () => setRenaming(true))}
            {lane.articles.length === 0 &&
              button(`${texts.issue.removeColumn} ${name}`, texts.issue.removeColumn, false, () => arrange(removeLane(lane.name)))}
          </span>
        )}
      </header>
      <SortableContext items={lane.articles.map((one) => one.article)} strategy={verticalListSortingStrategy}>
        <ol ref={setNodeRef} className={styles.articles}>
          {lane.articles.map((placed, index) => (
            <ArticleCard
              key={placed.article}
              placed={placed}
              publication={issue.publication}
              number={firstNumber + index}
              lanes={lanes}
              lane={at}
              mayEdit={mayEdit}
              counts={counts.get(placed.article)}
              place={printed?.places.get(placed.article)}
              arrange={arrange}
            />
          ))}
          {lane.articles.length === 0 && <li className={styles.emptyLane}>{texts.issue.emptyColumn}</li>}
        </ol>
      </SortableContext>
      <ColumnNameDialog
        open={renaming}
        title={texts.issue.renameColumn}
        initial={lane.name ?? ''}
        onClose={() => setRenaming(false)}
        onName={(to) => arrange(renameLane(lane.name, to))}
      />
    </section>
  )
}

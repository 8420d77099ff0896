import { Button } from 'antd'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { IssueAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import styles from './board.module.css'
import { BoardDrag } from './board-drag.js'
import { ColumnNameDialog } from './column-name-dialog.js'
import { LaneView } from './lane-view.js'
import { type Arrange, addLane, type Lane } from './lanes.js'
import type { PrintedPages } from './printed-pages.js'
import { useFindingCounts } from './use-finding-counts.js'

export interface BoardProps {
  readonly issue: IssueAnswer
  readonly lanes: readonly Lane[]
  readonly printed: PrintedPages | undefined
  readonly mayEdit: boolean
  readonly saving: boolean
  readonly arrange: (change: Arrange, then?: () => void) => void
}

/** The columns as lanes, one under the other as they will be read. What moves is told aloud. */
export function Board({ issue, lanes, printed, mayEdit, saving, arrange }: BoardProps) {
  const texts = useTexts()
  const board = useRef<HTMLDivElement>(null)
  const [adding, setAdding] = useState(false)
  const counts = useFindingCounts(lanes)
  /** The row keeps the focus wherever it has gone, so that the next key press moves it on. */
  const keepFocus = (article: string): void => board.current?.querySelector<HTMLElement>(`[data-article="${article}"]`)?.focus()
  useKeptFocus(board, lanes)
  let first = 1
  return (
    <section className={styles.board} aria-label={texts.issue.tabs.board} ref={board} aria-busy={saving}>
      {mayEdit && <p className="quiet small">{texts.issue.keys}</p>}
      <BoardDrag lanes={lanes} enabled={mayEdit} arrange={arrange}>
        {lanes.map((lane, at) => {
          const from = first
          first += lane.articles.length
          return (
            <LaneView
              key={lane.name ?? ''}
              issue={issue}
              lanes={lanes}
              at={at}
              firstNumber={from}
              mayEdit={mayEdit}
              counts={counts}
              printed={printed}
              arrange={(change, article) => arrange(change, article === undefined ? undefined : () => keepFocus(article))}
            />
          )
        })}
      </BoardDrag>
      {mayEdit && (
        <div>
          <Button size="small" onClick={() => setAdding(true)}>
            {texts.issue.addColumn}
          </Button>
        </div>
      )}
      <ColumnNameDialog
        open={adding}
        title={texts.issue.addColumn}
        initial=""
        onClose={() => setAdding(false)}
        onName={(name) => arrange(addLane(name))}
      />
    </section>
  )
}

/** A row that is moved under someone's hands, also by someone else, loses the browser's focus; it gets it back. */
function useKeptFocus(board: RefObject<HTMLElement | null>, lanes: readonly Lane[]): void {
  const held = useRef<string | null>(null)
  useEffect(() => {
    const remember = ({ target }: Event): void => {
      held.current = target instanceof Element ? (target.closest<HTMLElement>('[data-article]')?.dataset.article ?? null) : null
    }
    document.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', remember)
    return () => {
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', remember)
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows move when the lanes change
  useLayoutEffect(() => {
    if (held.current === null || document.activeElement !== document.body) return
    board.current?.querySelector<HTMLElement>(`[data-article="${held.current}"]`)?.focus({ preventScroll: true })
  }, [lanes])
}

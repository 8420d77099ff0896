import {
  closestCorners,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type ReactNode, useState } from 'react'
import styles from './board.module.css'
import { type Arrange, type Lane, putArticle } from './lanes.js'

interface BoardDragProps {
  readonly lanes: readonly Lane[]
  readonly enabled: boolean
  readonly arrange: (change: Arrange) => void
  readonly children: ReactNode
}

/** Lets articles be dragged within and between lanes. Keyboard has Alt with the arrow keys and 移到 instead, so only the pointer drags. */
export function BoardDrag({ lanes, enabled, arrange, children }: BoardDragProps) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  const [held, setHeld] = useState<string | null>(null)
  const title = lanes.flatMap((lane) => lane.articles).find((one) => one.article === held)?.title
  if (!enabled) return children
  const drop = ({ active, over }: DragEndEvent): void => {
    setHeld(null)
    if (over === null || active.id === over.id) return
    const change = dropped(lanes, String(active.id), String(over.id))
    if (change !== undefined) arrange(change)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCorners}
      onDragStart={({ active }: DragStartEvent) => setHeld(String(active.id))}
      onDragCancel={() => setHeld(null)}
      onDragEnd={drop}
    >
      {children}
      <DragOverlay dropAnimation={null}>{title === undefined ? null : <div className={styles.held}>{title}</div>}</DragOverlay>
    </DndContext>
  )
}

export const laneId = (at: number): string => `lane ${at}`

/** Let go over an article: into its place. Let go over a lane: to its end. */
export function dropped(lanes: readonly Lane[], article: string, over: string): Arrange | undefined {
  const lane = lanes.findIndex((_, at) => laneId(at) === over)
  if (lane >= 0) return putArticle(article, lane, Number.POSITIVE_INFINITY)
  const target = lanes.findIndex((one) => one.articles.some((placed) => placed.article === over))
  const at = lanes[target]?.articles.findIndex((placed) => placed.article === over) ?? -1
  return at < 0 ? undefined : putArticle(article, target, at)
}

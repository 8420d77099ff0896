import type { Pool } from 'pg'
import type { DataSource } from 'typeorm'
import type { Reconcilers } from '../reconcile/reconcilers.js'
import type { Runtime } from '../runtime.js'
import type { Metrics } from './metrics.js'

/** What every program tells of itself: its pool, its children, the outbox, and what had to be mended. */
export function usualGauges(metrics: Metrics, { dataSource, children, files }: Runtime, reconcilers: Reconcilers): void {
  const pool = poolOf(dataSource)
  metrics.gauge('bianyin_database_connections', 'Database connections this program holds', () => pool.totalCount)
  metrics.gauge('bianyin_database_waiting', 'Questions waiting for a database connection', () => pool.waitingCount)
  metrics.gauge('bianyin_children_busy', 'Task children at work', () => children.busy)
  metrics.gauge('bianyin_children_waiting', 'Tasks waiting for a child', () => children.waiting)
  metrics.gauge('bianyin_storage_free_bytes', 'What the disk of the stored files still takes', () => files.room())
  metrics.gauge('bianyin_reconciled_total', 'Work rung again because the queue had lost it', () => reconcilers.mended)
  metrics.gauge('bianyin_outbox_waiting', 'Jobs decided on and not yet in the queue', () => outbox(dataSource, 'count(*)'))
  metrics.gauge('bianyin_outbox_oldest_seconds', 'How long the oldest of them has waited', () =>
    outbox(dataSource, 'coalesce(extract(epoch FROM now() - min(added_at)), 0)'),
  )
}

const poolOf = (dataSource: DataSource): Pool => (dataSource.driver as unknown as { master: Pool }).master

async function outbox(dataSource: DataSource, figure: string): Promise<number> {
  const [row] = (await dataSource.query(`SELECT ${figure} AS figure FROM outbox`)) as { figure: string }[]
  return Number(row?.figure ?? 0)
}

import type { DataSource, EntityManager } from 'typeorm'
import { sleep } from '../clock.js'

/** PostgreSQL's words for "two of you got in each other's way, try again": serialization failure and deadlock. */
const again = new Set(['40001', '40P01'])
const attempts = 6

/**
 * Runs the work in one transaction and runs it again when the database asks for it, so the work must change nothing outside the transaction.
 * Refusals and faults roll everything back and pass through.
 */
export async function inTransaction<T>(dataSource: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dataSource.transaction(work)
    } catch (error) {
      if (attempt === attempts || !asksAgain(error)) throw error
      await sleep(attempt * attempt * 5 + Math.random() * 20)
    }
  }
}

const asksAgain = (error: unknown): boolean => again.has(String((error as { code?: unknown } | undefined)?.code))

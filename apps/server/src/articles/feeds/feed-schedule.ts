import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Reconcilers } from '../../platform/reconcile/reconcilers.js'
import { Errands } from '../../sources/errands/errands.js'
import { feedErrand } from './feed-errand.js'

/** House: so many visits are begun at one look-round; a house has a few dozen feeds. */
const AT_ONCE = 20

interface Due {
  readonly id: string
  readonly publication: string
  readonly rings: number
}

/** Begins the visits that are due by the database's clock, once across all programs of the house. */
@Injectable()
export class FeedSchedule {
  constructor(
    reconcilers: Reconcilers,
    private readonly errands: Errands,
  ) {
    errands.watch(feedErrand)
    reconcilers.add({ name: 'feed visits', run: (tx) => this.beginDue(tx) })
  }

  /** Nothing was lost here, so nothing counts as mended. */
  async beginDue(tx: EntityManager): Promise<number> {
    await this.begin(
      tx,
      `id IN (SELECT id FROM feeds WHERE NOT paused AND due_at <= now() AND state NOT IN ('queued', 'running') ORDER BY due_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`,
      [],
    )
    return 0
  }

  /** One visit now; false while one is under way. */
  async visitNow(tx: EntityManager, id: string): Promise<boolean> {
    return (await this.begin(tx, `id = $1 AND state NOT IN ('queued', 'running')`, [id])) > 0
  }

  private async begin(tx: EntityManager, which: string, values: unknown[]): Promise<number> {
    const [due] = (await tx.query(
      `UPDATE feeds SET state = 'queued', rings = rings + 1, failures = 0, error_code = NULL, error_params = '{}', finished_at = NULL, beat_at = now(),
         requested_at = now(), due_at = now() + make_interval(mins => every_minutes) WHERE ${which} RETURNING id, publication, rings`,
      values,
    )) as [Due[], number]
    for (const one of due) await this.errands.ring(tx, feedErrand, one)
    return due.length
  }
}

import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { inTransaction } from '../database/in-transaction.js'
import { LOG, type Log } from '../log/log.js'

/**
 * Looks in the tables for work that is due and has no live job, and publishes it again with the JobPublisher; answers how many.
 * Runs in a transaction that only one process holds at a time. Leave out work rung only seconds ago.
 */
export interface Reconciler {
  readonly name: string
  readonly run: (tx: EntityManager) => Promise<number>
}

/** What must be looked at every few seconds and at every start. */
@Injectable()
export class Reconcilers {
  private readonly list: Reconciler[] = []
  private rung = 0

  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  add(reconciler: Reconciler): void {
    this.list.push(reconciler)
  }

  /** How much was mended since the start: anything above nothing is worth a look. */
  get mended(): number {
    return this.rung
  }

  /** One look-round; a reconciler that fails does not keep the others from theirs. */
  async runAll(): Promise<number> {
    let mended = 0
    for (const one of this.list) mended += await this.runOne(one)
    this.rung += mended
    return mended
  }

  private async runOne({ name, run }: Reconciler): Promise<number> {
    try {
      const mended = await inTransaction(this.dataSource, async (tx) => ((await mine(tx, name)) ? run(tx) : 0))
      if (mended > 0) this.log.warn({ reconciler: name, mended }, 'work was rung again')
      return mended
    } catch (error) {
      this.log.error({ err: error, reconciler: name }, 'a reconciler failed')
      return 0
    }
  }
}

async function mine(tx: EntityManager, name: string): Promise<boolean> {
  const [row] = (await tx.query('SELECT pg_try_advisory_xact_lock(hashtext($1)) AS mine', [`reconcile ${name}`])) as { mine: boolean }[]
  return row?.mine === true
}

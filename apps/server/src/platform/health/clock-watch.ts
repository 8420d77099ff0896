import type { DataSource } from 'typeorm'
import type { Log } from '../log/log.js'
import { clockSkewMs } from './clock-skew.js'

/** Above the first we say so; above the second a worker on PostgreSQL would steal jobs that are alive, and must not work. */
export const skewLimits = { notedMs: 2000, refusedMs: 5000 }

/** Whether this machine's clock is near enough to the database's to take jobs; a change of mind is logged once. */
export class ClockWatch {
  private state: 'right' | 'noted' | 'refused' = 'right'

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  async mayWork(): Promise<boolean> {
    const skew = await clockSkewMs(this.dataSource)
    const state = Math.abs(skew) > skewLimits.refusedMs ? 'refused' : Math.abs(skew) > skewLimits.notedMs ? 'noted' : 'right'
    if (state !== this.state) this.log[state === 'right' ? 'info' : 'error']({ skew, clock: state }, 'the clock against the database')
    this.state = state
    return state !== 'refused'
  }
}

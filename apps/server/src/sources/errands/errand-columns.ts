import { Column } from 'typeorm'
import type { RefusalParams } from '#lib/editorial'
import type { ErrandState } from './errand.js'

/** The columns every table of errands has, beside its own. */
export abstract class ErrandColumns {
  @Column({ type: 'text' })
  state!: ErrandState

  @Column({ type: 'integer', default: 0 })
  attempt!: number

  @Column({ type: 'integer', default: 0 })
  failures!: number

  @Column({ type: 'integer', default: 1 })
  rings!: number

  @Column({ type: 'text', name: 'error_code', nullable: true })
  errorCode!: string | null

  @Column({ type: 'jsonb', name: 'error_params', default: {} })
  errorParams!: RefusalParams

  @Column({ type: 'timestamptz', name: 'requested_at', default: () => 'now()' })
  requestedAt!: Date

  /** When the worker last said it is alive; long silence means the job is lost. */
  @Column({ type: 'timestamptz', name: 'beat_at', default: () => 'now()' })
  beatAt!: Date

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null
}

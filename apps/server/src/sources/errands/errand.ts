import type { RefusalParams } from '#lib/editorial'

export const errandStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type ErrandState = (typeof errandStates)[number]

/** Work that a row of a table describes and a job carries out: the row is the truth, the queue only rings. */
export interface ErrandKind {
  /** With the columns of `ErrandRow`. */
  readonly table: string
  readonly queue: string
  readonly name: string
  /** What is heard when one changes. */
  readonly topic: string
  /** Told when it fails three times for no reason a person could mend; takes the number of the fault. */
  readonly failed: string
}

export interface ErrandRow {
  readonly id: string
  readonly publication: string
  readonly state: ErrandState
  /** The fencing token: whoever claims it raises it, and only the holder of the newest may write. */
  readonly attempt: number
  readonly failures: number
  /** How often it was asked for anew; part of the job's id, so that no old job silences a new wish. */
  readonly rings: number
  readonly errorCode: string | null
  readonly errorParams: RefusalParams
}

/** An errand in one worker's hands. */
export interface Claim {
  readonly id: string
  readonly publication: string
  readonly token: number
  readonly failures: number
}

/** A kind of work the house knows, declared once in features.ts; a kind without a handler stops the start of the worker. */
export interface JobSpec {
  readonly queue: string
  readonly name: string
  /** How often the work is tried when it meets faults; refusals are never tried again. */
  readonly attempts: number
  /** Before the second try; doubled before each further one. */
  readonly backoffMs: number
}

/** What is put into the queue: ids only. The id says what it is (`press-issue-42-ab12…`), so a second click does nothing. */
export interface NewJob {
  readonly queue: string
  readonly name: string
  readonly id: string
  readonly payload: Readonly<Record<string, string | number>>
}

/** A job in a handler's hands. The handler may run twice for one job and must bear it. */
export interface RunningJob extends NewJob {
  /** From 1. Kills are not counted here; whoever must know keeps a count in their own table. */
  readonly attempt: number
  readonly attempts: number
  /** Aborted when the worker stops or has lost the job to another; end soon, change nothing more. */
  readonly signal: AbortSignal
}

export type JobHandler = (job: RunningJob) => Promise<void>

/** Injection token of the list of JobSpecs. */
export const JOB_SPECS = Symbol('job specs')

export const specKey = (spec: { readonly queue: string; readonly name: string }): string => `${spec.queue}/${spec.name}`

import { type Job, UnrecoverableError, WaitingError } from 'bullmq'
import { Refusal } from '#lib/editorial'
import { elapsedMs } from '../clock.js'
import type { Log } from '../log/log.js'
import { withContext } from '../log/request-context.js'
import type { JobHandlers } from './job-handlers.js'
import type { JobData } from './queue-backend.js'

export type Outcome = 'done' | 'refused' | 'fault'

/** Runs one job of a queue through its handler and tells the queue what became of it: done, refused (never again), faulty (again later), or handed back. */
export function runJob(
  queue: string,
  handlers: JobHandlers,
  closing: AbortSignal,
  log: Log,
  count: (name: string, outcome: Outcome, tookMs: number) => void = () => {},
) {
  return async (job: Job<JobData, void>, token: string | undefined, lost?: AbortSignal): Promise<void> => {
    const id = String(job.id)
    const signal = lost === undefined ? closing : AbortSignal.any([closing, lost])
    const running = {
      queue,
      name: job.name,
      id,
      payload: job.data.payload,
      attempt: job.attemptsMade + 1,
      attempts: job.opts.attempts ?? 1,
      signal,
    }
    await withContext({ requestId: job.data.requestId ?? '-', job: id }, async () => {
      const began = elapsedMs()
      try {
        await handlers.handlerOf(queue, job.name)(running)
        count(job.name, 'done', elapsedMs() - began)
      } catch (error) {
        if (closing.aborted) return handBack(job, token)
        count(job.name, error instanceof Refusal ? 'refused' : 'fault', elapsedMs() - began)
        throw told(error, running.attempt < running.attempts, log)
      }
    })
  }
}

/** A worker that is stopping or resting puts the job back at once, so that the next one need not wait for the lock to run out. */
export async function handBack(job: Job<JobData, void>, token: string | undefined): Promise<never> {
  await job.moveToWait(token)
  throw new WaitingError()
}

function told(error: unknown, again: boolean, log: Log): Error {
  if (error instanceof Refusal) {
    log.info({ code: error.code, params: error.params }, 'the job was refused')
    return new UnrecoverableError(error.code)
  }
  log.error({ err: error, again }, 'the job met a fault')
  return error instanceof Error ? error : new Error(String(error))
}

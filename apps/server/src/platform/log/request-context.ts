import { AsyncLocalStorage } from 'node:async_hooks'
import type { Language } from '#lib/editorial'

/** What every log line and every job of one request or job carries along. */
export interface WorkContext {
  readonly requestId: string
  readonly job?: string
  /** What the person who asks reads. */
  readonly language?: Language
}

const storage = new AsyncLocalStorage<WorkContext>()

export const withContext = <T>(context: WorkContext, work: () => T): T => storage.run(context, work)
export const currentContext = (): WorkContext | undefined => storage.getStore()

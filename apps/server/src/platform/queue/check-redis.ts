import type { Redis } from 'ioredis'
import type { Log } from '../log/log.js'

/** A Redis without an append-only file forgets every job in a crash: the outbox and the reconciler mend it, but the administrator should know. */
export async function checkRedisKeeps(client: Redis, log: Log): Promise<boolean> {
  const kept = await client
    .config('GET', 'appendonly')
    .then((answer) => (answer as string[])[1] === 'yes')
    .catch(() => undefined)
  if (kept === false) log.warn('Redis runs without appendonly: after a crash its jobs are gone and must be rung again from the tables')
  return kept !== false
}

import { Client } from 'pg'
import { sleep } from '../clock.js'

/** Whether a server at this address takes a connection and answers a question, within the time given. */
export async function answers(url: string, withinMs = 2000): Promise<boolean> {
  return (await tryOnce(url, withinMs)) === undefined
}

/**
 * Boot goes no further before the database has answered: a queue built on a refused connection would stay alive and deaf for ever.
 * Throws the last reason once the patience is over.
 */
export async function waitForDatabase(url: string, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const reason = await tryOnce(url, 2000)
    if (reason === undefined) return
    if (performance.now() > deadline) throw new Error(`the database did not answer within ${patienceMs / 1000} s: ${reason.message}`)
    await sleep(250)
  }
}

async function tryOnce(url: string, withinMs: number): Promise<Error | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: withinMs, query_timeout: withinMs })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return undefined
  } catch (error) {
    return error as Error
  } finally {
    await client.end().catch(() => {})
  }
}

import type { Client } from 'pg'
import { sleep } from '../clock.js'
import { ImpatientClient } from '../database/impatient-client.js'
import type { Log } from '../log/log.js'

const retryMs = 500
/** A line that was cut somewhere on the way says nothing; only a question shows it. */
const askEveryMs = 10_000

/** The one connection of a process that only listens; it comes back by itself and says so. */
export class Listener {
  private client: Client | undefined
  private closed = false
  private readonly channels = new Map<string, (payload: string) => void>()
  private readonly reconnects = new Set<() => void>()

  constructor(
    private readonly url: string,
    private readonly name: string,
    private readonly log: Log,
  ) {}

  /** Takes effect at the next connect, so register before start. */
  listen(channel: string, hear: (payload: string) => void): void {
    this.channels.set(channel, hear)
  }

  onReconnect(tell: () => void): void {
    this.reconnects.add(tell)
  }

  get connected(): boolean {
    return this.client !== undefined
  }

  async start(): Promise<void> {
    this.client = await this.connect()
  }

  async close(): Promise<void> {
    this.closed = true
    const client = this.client
    this.client = undefined
    await client?.end().catch(() => {})
  }

  private async connect(): Promise<Client> {
    const client = new ImpatientClient({
      connectionString: this.url,
      application_name: `${this.name}-listen`,
      connectionTimeoutMillis: 4000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      query_timeout: 5000,
    })
    client.on('error', (error) => this.log.warn({ err: error }, 'the listening connection failed'))
    client.on('notification', ({ channel, payload }) => this.channels.get(channel)?.(payload ?? ''))
    await client.connect()
    for (const channel of this.channels.keys()) await client.query(`LISTEN "${channel}"`)
    const asking = setInterval(() => void client.query('SELECT 1').catch(() => {}), askEveryMs)
    client.once('end', () => {
      clearInterval(asking)
      void this.comeBack(client)
    })
    return client
  }

  private async comeBack(lost: Client): Promise<void> {
    if (this.client === lost) this.client = undefined
    while (!this.closed && this.client === undefined) {
      await sleep(retryMs)
      await this.tryAgain()
    }
  }

  private async tryAgain(): Promise<void> {
    try {
      const client = await this.connect()
      if (this.closed) return await client.end()
      this.client = client
      for (const tell of this.reconnects) tell()
    } catch (error) {
      this.log.debug({ err: error }, 'still no listening connection')
    }
  }
}

import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { LOG, type Log } from '../log/log.js'
import { Listener } from './listener.js'

/** What travels: ids only. Whoever hears it reads the row again, so a lost or doubled event does no harm. */
export type EventFields = Readonly<Record<string, string | number>>
type Hear = (fields: EventFields) => void

/** PostgreSQL refuses longer notifications. */
const longest = 7900
const channel = 'bianyin'

/** Tells other processes that something changed. Events of a transaction are told when it commits, and never when it does not. */
@Injectable()
export class EventBus implements OnModuleInit, OnApplicationShutdown {
  private readonly heard = new Map<string, Set<Hear>>()
  private readonly gaps = new Set<() => void>()

  constructor(
    private readonly listener: Listener,
    @Inject(LOG) private readonly log: Log,
  ) {
    listener.listen(channel, (text) => this.deliver(text))
    listener.onReconnect(() => {
      for (const reread of this.gaps) this.guarded(reread)
    })
  }

  async publish(tx: EntityManager, topic: string, fields: EventFields): Promise<void> {
    const text = JSON.stringify({ topic, ...fields })
    if (Buffer.byteLength(text) > longest) throw new Error(`an event of topic ${topic} carries more than ids`)
    await tx.query('SELECT pg_notify($1, $2)', [channel, text])
  }

  /** Answers the function that ends the subscription. */
  subscribe(topic: string, hear: Hear): () => void {
    const hearers = this.heard.get(topic) ?? new Set()
    this.heard.set(topic, hearers.add(hear))
    return () => hearers.delete(hear)
  }

  /** Called after the connection was lost and is back: events may have been missed, so read again. */
  onGap(reread: () => void): () => void {
    this.gaps.add(reread)
    return () => this.gaps.delete(reread)
  }

  async onModuleInit(): Promise<void> {
    await this.listener.start()
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener.close()
  }

  private deliver(text: string): void {
    const { topic, ...fields } = JSON.parse(text) as { topic: string } & Record<string, string | number>
    for (const hear of this.heard.get(topic) ?? []) this.guarded(() => hear(fields))
  }

  private guarded(tell: () => void): void {
    try {
      tell()
    } catch (error) {
      this.log.error({ err: error }, 'a hearer of events failed')
    }
  }
}

import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { conflict, type RenderPurpose } from '#lib/editorial'
import type { Issue } from '../issues/issue.entity.js'
import { issueName } from '../issues/issue-row.js'
import { pinsOf } from '../issues/pins.js'
import { PressOrders } from '../issues/press-orders.js'
import { EdgeRefusal } from '../platform/errors/edge-refusal.js'
import { EventBus } from '../platform/events/event-bus.js'
import { JobPublisher } from '../platform/queue/job-publisher.js'
import { publicationById } from '../publications/publications.service.js'
import { Render } from './render.entity.js'

/** House: twenty waiting renders of one person are a slip or a script. */
const MOST_WAITING = 20

export const renderJob = { queue: 'press', name: 'render' } as const

export interface Wish {
  readonly purpose: RenderPurpose
  /** Null for the command line. */
  readonly by: string | null
  /** An order kept before, and what its files are called: for what the command line makes. */
  readonly special?: { readonly contentHash: string; readonly name: string }
}

/** Takes wishes for files: the same content for the same purpose is one render, however often it is wished for. Call with the issue's row held. */
@Injectable()
export class RenderDesk {
  constructor(
    private readonly orders: PressOrders,
    private readonly jobs: JobPublisher,
    private readonly events: EventBus,
  ) {}

  /** Refuses: an empty issue; 429 when the person has too many waiting. */
  async wish(tx: EntityManager, issue: Issue, { purpose, by, special }: Wish): Promise<Render> {
    const contentHash = special?.contentHash ?? issue.contentHash ?? (await this.orders.keep(await this.orders.assemble(tx, issue)))
    const known = await tx.findOneBy(Render, { issue: issue.id, purpose, contentHash })
    if (known !== null && known.state !== 'failed' && known.state !== 'cancelled') return known
    await refuseTooMany(tx, by)
    const render =
      known === null ? await this.newRender(tx, issue, { purpose, contentHash, by, name: special?.name }) : await again(tx, known, by)
    await this.ring(tx, render)
    await this.tell(tx, render)
    return render
  }

  /** Rings the queue for a render; ringing twice is one job. */
  async ring(tx: EntityManager, { id, rings }: Pick<Render, 'id' | 'rings'>): Promise<void> {
    await this.jobs.publish(tx, { ...renderJob, id: `render-${id}-${rings}`, payload: { render: id } })
  }

  async tell(tx: EntityManager, { id, publication }: Pick<Render, 'id' | 'publication'>): Promise<void> {
    await this.events.publish(tx, 'render', { publication, render: id })
  }

  private async newRender(
    tx: EntityManager,
    issue: Issue,
    wish: Omit<Wish, 'special'> & { contentHash: string; name: string | undefined },
  ): Promise<Render> {
    const pins = await pinsOf(tx, issue.id)
    if (pins.length === 0) throw conflict('issue/no-articles')
    const id = randomUUID()
    await tx.insert(Render, {
      id,
      publication: issue.publication,
      issue: issue.id,
      issueName: wish.name ?? editionName(issueName(await publicationById(tx, issue.publication), issue), issue.edition),
      purpose: wish.purpose,
      contentHash: wish.contentHash,
      pins: pins.map(({ article, version, snapshotSha256 }) => ({ article, version, snapshotSha256 })),
      state: 'queued',
      attempt: 0,
      failures: 0,
      rings: 1,
      errorParams: {},
      requestedBy: wish.by,
    })
    return tx.findOneByOrFail(Render, { id })
  }
}

/** 规划与决策2024年第10期（总第20期）, a corrected one with （第2版） behind it. */
export const editionName = (issue: string, edition: number): string => (edition === 1 ? issue : `${issue}（第${edition}版）`)

async function again(tx: EntityManager, { id, rings }: Render, by: string | null): Promise<Render> {
  const fresh = {
    state: 'queued',
    step: null,
    pages: null,
    failures: 0,
    rings: rings + 1,
    errorCode: null,
    errorParams: {},
    finishedAt: null,
    requestedBy: by,
  } as const
  const { affected } = await tx.update(
    Render,
    { id, state: In(['failed', 'cancelled']) },
    { ...fresh, requestedAt: () => 'now()', beatAt: () => 'now()' },
  )
  if (affected !== 1) throw new Error('a render changed while its issue was held')
  return tx.findOneByOrFail(Render, { id })
}

async function refuseTooMany(tx: EntityManager, by: string | null): Promise<void> {
  if (by === null) return
  const waiting = await tx.countBy(Render, { requestedBy: by, state: In(['queued', 'running']) })
  if (waiting >= MOST_WAITING) throw new EdgeRefusal(429, 'render/too-many', { count: waiting }, { headers: { 'Retry-After': '30' } })
}

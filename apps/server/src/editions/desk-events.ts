import { Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { DataSource } from 'typeorm'
import { canSee, type DeskEvent } from '#lib/editorial'
import { type InHand, WorkInHand } from '../articles/work-in-hand.js'
import { SessionAuthenticator } from '../people/session-authenticator.js'
import { uuidIfAny } from '../platform/database/uuid-if-any.js'
import { EdgeRefusal } from '../platform/errors/edge-refusal.js'
import type { StreamMessage, StreamSource } from '../platform/http/event-stream.js'
import { Render } from './render.entity.js'
import { renderAnswers } from './render-answer.js'

/** House: after a longer break the desk reads everything anew anyway. */
const MOST_MISSED = 500

interface Change {
  readonly sequence: string
  readonly object: 'issue' | 'article'
  readonly objectId: string
  readonly publication: string
  readonly version: number | null
}

/** What the desk is told: every change of an issue or article since the last one it heard of, and every render or collecting that is moving. */
@Injectable()
export class DeskEvents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly authenticator: SessionAuthenticator,
    private readonly work: WorkInHand,
  ) {}

  /** A source for one stream: it remembers what it told of each piece of work, and asks each time who is listening and what they may see. */
  sourceFor(request: Request): StreamSource {
    const told = new Map<string, string>()
    let position: string | undefined
    return {
      topics: ['issue', 'article', 'render', 'people', ...this.work.topics],
      since: async (last) => {
        const visible = await this.visibleTo(request)
        const head = await this.head()
        position = last !== undefined && /^\d{1,15}$/.test(last) ? last : (position ?? head)
        const changes = await this.changes(position, visible)
        const work = [...(await this.renders(visible)), ...(await this.work.of(visible))]
        return [...changes.map(changeMessage), ...fresh(work, told).map(({ event }) => ({ id: head, event: event.kind, data: event }))]
      },
    }
  }

  /** The publications the listener may see now; ends the stream when the session is over. */
  private async visibleTo(request: Request): Promise<string[]> {
    const visitor = await this.authenticator.authenticate(request)
    if (visitor === undefined || visitor.hindrance !== undefined) throw new EdgeRefusal(401, 'http/unauthenticated')
    const rows = (await this.dataSource.query('SELECT id FROM publications')) as { id: string }[]
    return rows.map((row) => row.id).filter((id) => canSee(visitor.actor, id))
  }

  /** The audit is the log of what changed, and its numbers follow the order of commits. */
  private async head(): Promise<string> {
    const [row] = (await this.dataSource.query('SELECT coalesce(max(sequence), 0) AS head FROM audit_entries')) as { head: string }[]
    return row?.head ?? '0'
  }

  private changes(from: string, visible: readonly string[]): Promise<Change[]> {
    return this.dataSource.query(
      `SELECT e.sequence, e.object, e.object_id AS "objectId", e.publication, coalesce(i.version, a.version) AS version FROM audit_entries e
         LEFT JOIN issues i ON e.object = 'issue' AND i.id = ${uuidIfAny('e.object_id')}
         LEFT JOIN articles a ON e.object = 'article' AND a.id = ${uuidIfAny('e.object_id')}
       WHERE e.sequence > $1 AND e.object IN ('issue', 'article') AND e.publication = ANY($2::text[]) ORDER BY e.sequence LIMIT $3`,
      [from, visible, MOST_MISSED],
    )
  }

  /** Renders in hand, and those that ended lately. */
  private async renders(visible: readonly string[]): Promise<InHand[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(Render, 'render')
      .where('render.publication = ANY(:visible::uuid[])', { visible })
      .andWhere(`(render.state IN ('queued', 'running') OR render.finishedAt > now() - interval '10 minutes')`)
      .orderBy('render.requestedAt')
      .limit(MOST_MISSED)
      .getMany()
    const answers = await renderAnswers(this.dataSource.manager, rows)
    return answers.map((render) => ({ id: render.id, event: { kind: 'render', publication: render.publication, render } }))
  }
}

/** What differs from what was told last. */
function fresh(work: readonly InHand[], told: Map<string, string>): InHand[] {
  const differing = work.filter(({ id, event }) => told.get(id) !== JSON.stringify(event))
  for (const { id, event } of differing) told.set(id, JSON.stringify(event))
  return differing
}

function changeMessage({ sequence, object, objectId, publication, version }: Change): StreamMessage {
  const data: DeskEvent =
    object === 'issue'
      ? { kind: 'issue', publication, issue: objectId, version }
      : { kind: 'article', publication, article: objectId, version }
  return { id: sequence, event: object, data }
}

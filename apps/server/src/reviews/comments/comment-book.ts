import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type CommentAnswer, type CommentState, conflict, missing } from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { EventBus } from '../../platform/events/event-bus.js'
import { Comment } from './comment.entity.js'
import { commentAnswers } from './comment-answers.js'

export interface Settling {
  readonly state: Exclude<CommentState, 'open'>
  readonly by: string
  readonly reason: string | null
  /** The version an accepted suggestion made. */
  readonly version: number | null
}

const acts: Readonly<Record<Settling['state'], string>> = {
  resolved: 'resolve comment',
  accepted: 'accept suggestion',
  refused: 'refuse suggestion',
}

/** Closes comments and writes down what became of each, where its article or issue is told of. */
@Injectable()
export class CommentBook {
  constructor(
    private readonly events: EventBus,
    private readonly audit: AuditLog,
  ) {}

  /** Refuses: one that was settled before. */
  async settle(tx: EntityManager, comment: Comment, { state, by, reason, version }: Settling): Promise<CommentAnswer> {
    const end = { state, settledBy: by, settledAt: () => 'now()', settledReason: reason, settledVersion: version }
    const { affected } = await tx.update(Comment, { id: comment.id, state: 'open' }, end)
    if (affected !== 1) throw conflict('review/comment-settled')
    await this.note(tx, comment, { person: by, act: acts[state], reason, version })
    return this.answer(tx, comment.id)
  }

  /** One line in the audit, and the desk told to read the article or issue again. */
  async note(
    tx: EntityManager,
    comment: Comment,
    { person, act, ...more }: { person: string; act: string; reason?: string | null; version?: number | null },
  ): Promise<void> {
    const { publication, article, issue } = comment
    const object = article === null ? 'issue' : 'article'
    const objectId = article ?? issue ?? ''
    await this.events.publish(tx, object, { publication, [object]: objectId })
    const { quote, text, suggestion } = comment
    const detail = { comment: comment.id, quote, text, suggestion, madeOn: comment.version, ...more }
    await this.audit.record(tx, { person, act, object, objectId, publication, detail })
  }

  async answer(tx: EntityManager, id: string): Promise<CommentAnswer> {
    const comment = await tx.findOneBy(Comment, { id })
    const [answer] = comment === null ? [] : await commentAnswers(tx, [comment])
    if (answer === undefined) throw missing('review/comment-missing')
    return answer
  }
}

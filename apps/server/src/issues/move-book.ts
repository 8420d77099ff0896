import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Move, type Moved, type MoveFacts, moves } from '#lib/editorial'
import type { Issue } from './issue.entity.js'

/** Who makes a move, with what they said and what they had before them. Null: the command line or the press itself. */
export interface Mover {
  readonly person: string | null
  readonly reason: string | null
  readonly seenHash: string | null
}

export interface Moving {
  /** The row as it was, held by this transaction. */
  readonly issue: Issue
  readonly move: Move
  readonly mover: Mover
  readonly facts: MoveFacts
  readonly moved: Moved
}

/** What a move changes beside state and stage. */
export interface MoveOutcome {
  readonly contentHash?: string
  readonly edition?: number
  /** For the audit. */
  readonly detail?: Readonly<Record<string, unknown>>
}

export type MoveEffect = (tx: EntityManager, moving: Moving) => Promise<MoveOutcome>
export type FactSource = (tx: EntityManager, issue: Issue) => Promise<Partial<MoveFacts>>

/**
 * Where the rooms to the right of the issues say what they know of an issue and what a move means for them.
 * The issue itself stays the only one that moves.
 */
@Injectable()
export class MoveBook implements OnApplicationBootstrap {
  private readonly sources: FactSource[] = []
  private readonly effects = new Map<Move, MoveEffect>()

  addFacts(source: FactSource): void {
    this.sources.push(source)
  }

  addEffect(move: Move, effect: MoveEffect): void {
    if (this.effects.has(move)) throw new Error(`two rooms answer for the move ${move}`)
    this.effects.set(move, effect)
  }

  /** Later sources know better than earlier ones. */
  async facts(tx: EntityManager, issue: Issue): Promise<Partial<MoveFacts>> {
    let known: Partial<MoveFacts> = {}
    for (const source of this.sources) known = { ...known, ...(await source(tx, issue)) }
    return known
  }

  async follow(tx: EntityManager, moving: Moving): Promise<MoveOutcome> {
    const effect = this.effects.get(moving.move)
    if (effect === undefined) throw new Error(`no room answers for the move ${moving.move}`)
    return effect(tx, moving)
  }

  /** A move nobody answers for stops the start. */
  onApplicationBootstrap(): void {
    const silent = moves.filter((move) => !this.effects.has(move))
    if (silent.length > 0) throw new Error(`no room answers for the moves ${silent.join(', ')}`)
  }
}

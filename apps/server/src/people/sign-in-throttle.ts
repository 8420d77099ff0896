import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { inTransaction } from '../platform/database/in-transaction.js'
import { EdgeRefusal } from '../platform/errors/edge-refusal.js'
import { LIMITS, WINDOW_SECONDS, waitSeconds } from './throttle.js'

type SubjectKind = keyof typeof LIMITS

export interface Subject {
  readonly kind: SubjectKind
  readonly name: string
}

const key = ({ kind, name }: Subject): string => `${kind}:${name}`

/** Counts tries before they are compared, in the database, so that neither many at once nor a restart buys a guesser more of them. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts one try against every subject, or refuses with 429 and how long to wait. */
  async admit(subjects: readonly Subject[]): Promise<void> {
    const wait = await inTransaction(this.dataSource, async (tx) => {
      const ordered = [...subjects].sort((a, b) => (key(a) < key(b) ? -1 : 1))
      let longest = 0
      for (const subject of ordered) longest = Math.max(longest, await waitOf(tx, subject))
      if (longest === 0) for (const subject of ordered) await tx.query('INSERT INTO sign_in_tries (subject) VALUES ($1)', [key(subject)])
      return longest
    })
    if (wait > 0) throw new EdgeRefusal(429, 'people/too-many-tries', { seconds: wait }, { headers: { 'Retry-After': String(wait) } })
  }

  /** Takes back what a successful sign-in had counted: all tries of the account, one of the address. */
  async forgive(tx: EntityManager, subjects: readonly Subject[]): Promise<void> {
    for (const subject of subjects) {
      const last = subject.kind === 'address' ? ' AND id = (SELECT max(id) FROM sign_in_tries WHERE subject = $1)' : ''
      await tx.query(`DELETE FROM sign_in_tries WHERE subject = $1${last}`, [key(subject)])
    }
    await tx.query(`DELETE FROM sign_in_tries WHERE at < now() - make_interval(secs => $1)`, [WINDOW_SECONDS])
  }
}

async function waitOf(tx: EntityManager, subject: Subject): Promise<number> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`sign-in ${key(subject)}`])
  const rows = (await tx.query(
    'SELECT extract(epoch FROM clock_timestamp() - at)::float8 AS age FROM sign_in_tries WHERE subject = $1 ORDER BY at DESC LIMIT $2',
    [key(subject), LIMITS[subject.kind].most],
  )) as { age: number }[]
  return waitSeconds(
    rows.map((row) => row.age),
    LIMITS[subject.kind],
  )
}

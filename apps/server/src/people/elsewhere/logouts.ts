import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'
import { LOG, type Log } from '../../platform/log/log.js'
import { type SessionOrigin, Sessions } from '../sessions.js'
import { readCasLogout } from './cas-answer.js'
import { Identities } from './identities.js'
import { SignInWays } from './sign-in-ways.js'

/** Ends here what a provider has ended there. What is not proved to come from it ends nothing. */
@Injectable()
export class Logouts {
  constructor(
    @Inject(LOG) private readonly log: Log,
    private readonly dataSource: DataSource,
    private readonly ways: SignInWays,
    private readonly sessions: Sessions,
    private readonly identities: Identities,
    private readonly audit: AuditLog,
  ) {}

  /** The ticket is the proof: only the server and we ever knew it. */
  async byCas(request: string): Promise<void> {
    this.ways.casServer()
    const ticket = await this.proved(async () => readCasLogout(request))
    if (ticket === undefined) throw new EdgeRefusal(400, 'http/invalid-parameter')
    await this.end({ provider: 'cas', session: ticket })
  }

  /** The provider's signature is the proof. */
  async byOidc(token: string): Promise<void> {
    const there = this.ways.oidcProvider()
    const { subject, session } = await this.proved(() => there.endedBy(token))
    await this.end({ provider: 'oidc', session }, session === undefined ? subject : undefined)
  }

  private async end(origin: SessionOrigin, subject?: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const person = subject === undefined ? null : await this.identities.personOf(tx, { provider: origin.provider, subject })
      const ended = await this.sessions.closeElsewhere(tx, origin, person?.id)
      for (const one of ended)
        await this.audit.record(tx, {
          person: one,
          act: 'sign out elsewhere',
          object: 'person',
          objectId: one,
          detail: { provider: origin.provider },
        })
    })
  }

  private async proved<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      this.log.warn({ err: error }, 'a logout from elsewhere was not believed')
      throw new EdgeRefusal(400, 'http/invalid-parameter')
    }
  }
}

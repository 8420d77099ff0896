import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { forbidden, invalid, type PasswordRequest } from '#lib/editorial'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { passwordText } from './login-name.js'
import { isTooCommon } from './password-choice.js'
import { PasswordKeeper } from './password-keeper.js'
import { Person } from './person.entity.js'
import { Sessions } from './sessions.js'
import { SignInThrottle } from './sign-in-throttle.js'

/** A person choosing their own password; every session of theirs ends, and the one at hand begins anew. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: PasswordKeeper,
    private readonly throttle: SignInThrottle,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the new session's secret. Refuses: a wrong present password (403), one strangers would try, or the same again (422). */
  async choose(id: string, { current, next }: PasswordRequest, from: { address: string; agent: string }): Promise<string> {
    const person = await this.dataSource.manager.findOneByOrFail(Person, { id })
    const subject = { kind: 'account', name: `${person.login} own` } as const
    await this.throttle.admit([subject])
    if (!(await this.passwords.matches(person.passwordHash, current))) throw forbidden('people/wrong-password')
    if (passwordText(current) === passwordText(next)) throw invalid('people/same-password')
    if (isTooCommon(passwordText(next), person.login)) throw invalid('people/password-too-common')
    const passwordHash = await this.passwords.hash(next)
    return inTransaction(this.dataSource, async (tx) => {
      const change = { passwordHash, passwordTemporary: false, passwordSpent: false, version: () => 'version + 1' }
      const { affected } = await tx.update(Person, { id, passwordHash: person.passwordHash, disabled: false }, change)
      if (affected !== 1) throw forbidden('people/wrong-password')
      await this.throttle.forgive(tx, [subject])
      await this.sessions.closeAllOf(tx, id)
      const token = await this.sessions.open(tx, id, from)
      await this.audit.record(tx, { person: id, act: 'choose password', object: 'person', objectId: id })
      return token
    })
  }
}

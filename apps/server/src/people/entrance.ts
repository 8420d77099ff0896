import { Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import type { EntityManager } from 'typeorm'
import { AuditLog } from '../platform/audit/audit-log.js'
import { KnownDevices } from './known-devices.js'
import { type SessionOrigin, Sessions } from './sessions.js'
import { addressOf } from './sign-in-subjects.js'
import { SignInThrottle, type Subject } from './sign-in-throttle.js'

const AGENT_LENGTH = 300

/** Who comes in, from where, and what is worth writing down of it. */
export interface Arrival {
  readonly person: string
  readonly subjects: readonly Subject[]
  readonly web: { readonly request: Request; readonly response: Response }
  readonly origin?: SessionOrigin
  readonly detail?: Readonly<Record<string, unknown>>
}

/** The last step of every way in: tries are forgiven, the browser is remembered, a session opened and written down. */
@Injectable()
export class Entrance {
  constructor(
    private readonly throttle: SignInThrottle,
    private readonly devices: KnownDevices,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the session's secret. */
  async open(tx: EntityManager, { person, subjects, web, origin, detail }: Arrival): Promise<string> {
    await this.throttle.forgive(tx, subjects)
    await this.devices.remember(tx, web.request, web.response, person)
    const agent = (web.request.headers['user-agent'] ?? '').slice(0, AGENT_LENGTH)
    const token = await this.sessions.open(tx, person, { address: addressOf(web.request), agent }, origin)
    await this.audit.record(tx, { person, act: 'sign in', object: 'person', objectId: person, detail })
    return token
  }
}

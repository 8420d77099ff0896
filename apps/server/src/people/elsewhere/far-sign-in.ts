import { Inject, Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import type { FarProvider } from '#lib/editorial'
import { Refusal } from '#lib/editorial'
import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'
import { LOG, type Log } from '../../platform/log/log.js'
import { SessionDoor } from '../session-door.js'
import { addressOf } from '../sign-in-subjects.js'
import { SignInThrottle, type Subject } from '../sign-in-throttle.js'
import { Arrivals } from './arrivals.js'
import { type Errand, Errands } from './errands.js'
import type { KnownElsewhere } from './known-elsewhere.js'
import { SignInWays } from './sign-in-ways.js'

/** Signing in on another site: there and back. */
@Injectable()
export class FarSignIn {
  constructor(
    @Inject(LOG) private readonly log: Log,
    private readonly ways: SignInWays,
    private readonly errands: Errands,
    private readonly throttle: SignInThrottle,
    private readonly arrivals: Arrivals,
    private readonly door: SessionDoor,
  ) {}

  /** The page to go to. Refuses a way that is not offered, and 503 while the provider cannot be reached. */
  async begin(provider: FarProvider, request: Request, to: string): Promise<string> {
    if (provider === 'cas') {
      const there = this.ways.casServer()
      return there.signInAddress((await this.errands.begin(provider, request, to)).state)
    }
    const there = this.ways.oidcProvider()
    const errand = await this.errands.begin(provider, request, to)
    return there.signInAddress(errand).catch((error: unknown) => this.away(provider, error))
  }

  /** Where the browser goes next: into the desk, or back to the door with the reason as a code. Never an address somebody else wrote. */
  async comeBack(provider: FarProvider, request: Request, response: Response): Promise<string> {
    try {
      this.ways.refuseUnlessOffered(provider)
      const subjects: Subject[] = [{ kind: 'address', name: addressOf(request) }]
      await this.throttle.admit(subjects)
      const errand = await this.errands.take(provider, request, textOf(request.query.state))
      const known = await this.holder(provider, request, errand)
      const counted: Subject = { kind: 'account', name: `${known.provider}:${known.subject}` }
      await this.throttle.admit([counted])
      const token = await this.arrivals.enter(known, [...subjects, counted], { request, response })
      await this.door.enter(token, request, response)
      return errand.goTo
    } catch (error) {
      return `/sign-in?refused=${this.reason(provider, error)}`
    }
  }

  private async holder(provider: FarProvider, request: Request, errand: Errand): Promise<KnownElsewhere> {
    if (provider === 'cas') return this.ways.casServer().holderOf(textOf(request.query.ticket), errand.state)
    const query = request.originalUrl.includes('?') ? request.originalUrl.slice(request.originalUrl.indexOf('?')) : ''
    return this.ways.oidcProvider().holderOf(query, errand)
  }

  /** A code the sign-in page has a sentence for. */
  private reason(provider: FarProvider, error: unknown): string {
    if (error instanceof EdgeRefusal && error.status === 429) return 'elsewhere-wait'
    if ((error instanceof Refusal || error instanceof EdgeRefusal) && error.code.startsWith('people/elsewhere-'))
      return error.code.slice('people/'.length)
    this.log.warn({ err: error, provider }, 'a sign-in elsewhere failed')
    return 'elsewhere-refused'
  }

  private away(provider: FarProvider, error: unknown): never {
    this.log.warn({ err: error, provider }, 'a provider could not be reached')
    throw new EdgeRefusal(503, 'people/elsewhere-away', {}, { headers: { 'Retry-After': '10' } })
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { Request } from 'express'
import { forbidden } from '#lib/editorial'
import { EdgeRefusal } from '../errors/edge-refusal.js'
import { Csrf } from './csrf.js'
import {
  AUTHENTICATOR,
  type Authenticator,
  byPersonKey,
  type Concerned,
  type RoutePolicy,
  routePolicyKey,
  setVisitor,
  type Visitor,
} from './policy.js'

/** Every request of every route passes here; what has no policy is denied. */
@Injectable()
export class DefaultDenyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    private readonly csrf: Csrf,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(routePolicyKey, [context.getHandler(), context.getClass()])
    if (policy === undefined) throw new EdgeRefusal(403, 'http/forbidden')
    const request = context.switchToHttp().getRequest<Request>()
    if (policy.kind === 'public' && policy.fromMachines === true) return true
    const visitor = await this.authenticator.authenticate(request)
    if (visitor?.via !== 'bearer') this.csrf.check(request)
    setVisitor(request, visitor)
    await admit(policy, visitor, request)
    const byPerson = this.reflector.getAllAndOverride<Concerned | undefined>(byPersonKey, [context.getHandler(), context.getClass()])
    if (visitor?.via === 'bearer' && byPerson !== undefined && fits(byPerson, request)) throw forbidden('people/by-person-only')
    return true
  }
}

const fits = (concerned: Concerned, { params }: Request): boolean =>
  Object.entries(concerned).every(([name, values]) => values.includes(String(params[name])))

async function admit(policy: RoutePolicy, visitor: Visitor | undefined, request: Request): Promise<void> {
  if (policy.kind === 'public') return
  if (visitor === undefined) throw new EdgeRefusal(401, 'http/unauthenticated')
  const spared = policy.kind === 'signed-in' && policy.evenHindered
  if (visitor.hindrance !== undefined && !spared) throw forbidden(visitor.hindrance)
  if (policy.kind === 'rule') await policy.rule(visitor.actor, request)
}

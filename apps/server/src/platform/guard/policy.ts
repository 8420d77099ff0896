import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common'
import type { Request } from 'express'
import type { Actor } from '#lib/editorial'

/** Who stands behind a request, as the people feature found out from its cookie or token. */
export interface Visitor {
  readonly actor: Actor
  readonly via: 'cookie' | 'bearer'
  /** A refusal code that keeps the person from everything but what they must do first (such as changing a one-time password). */
  readonly hindrance?: string | undefined
}

/** Answers nothing when the act is allowed and throws a Refusal when not: missing for what the person may not know of, forbidden for what they may not do. */
export type Rule = (actor: Actor, request: Request) => void | Promise<void>

/** Finds out who asks; undefined for nobody. Provided by the people feature. */
export interface Authenticator {
  authenticate(request: Request): Promise<Visitor | undefined>
}

/** Injection token of the Authenticator. */
export const AUTHENTICATOR = Symbol('authenticator')

export type RoutePolicy =
  | { readonly kind: 'public'; readonly fromMachines?: boolean }
  | { readonly kind: 'signed-in'; readonly evenHindered: boolean }
  | { readonly kind: 'rule'; readonly rule: Rule }

export const routePolicyKey = 'bianyin:policy'

/** Open to everyone, without sign-in. */
export const Public = () => SetMetadata(routePolicyKey, { kind: 'public' } satisfies RoutePolicy)

/**
 * Open to the servers of a provider, which send forms and carry neither cookie nor token of ours: what they send must prove itself.
 * Nothing a browser of ours carries counts there.
 */
export const FromMachines = () => SetMetadata(routePolicyKey, { kind: 'public', fromMachines: true } satisfies RoutePolicy)

/** Open to whoever is signed in; what they see is decided inside. */
export const SignedIn = (options: { evenHindered?: boolean } = {}) =>
  SetMetadata(routePolicyKey, { kind: 'signed-in', evenHindered: options.evenHindered === true } satisfies RoutePolicy)

/** Open to whoever the rule lets pass. */
export const Policy = (rule: Rule) => SetMetadata(routePolicyKey, { kind: 'rule', rule } satisfies RoutePolicy)

/** Values of the route's parameters; all that are named must fit, and with none it is the whole route. */
export type Concerned = Readonly<Record<string, readonly string[]>>

export const byPersonKey = 'bianyin:by-person'

/** Only for a person who is signed in, never for a program with their token: decisions that carry a name. */
export const ByPerson = (concerned: Concerned = {}) => SetMetadata(byPersonKey, concerned)

const visitorKey = Symbol('visitor')
type Carrying = Request & { [visitorKey]?: Visitor | undefined }

export const setVisitor = (request: Request, visitor: Visitor | undefined): void => {
  ;(request as Carrying)[visitorKey] = visitor
}
export const visitorOf = (request: Request): Visitor | undefined => (request as Carrying)[visitorKey]

/** The signed-in person, as a parameter of a route that needs one. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const visitor = visitorOf(context.switchToHttp().getRequest<Request>())
  if (visitor === undefined) throw new Error('this route has no signed-in person')
  return visitor.actor
})

/** The visitor or nobody, as a parameter of a public route. */
export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor | undefined =>
  visitorOf(context.switchToHttp().getRequest<Request>()),
)

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import { CONFIG, type Config } from '../config/config.js'
import { SESSION_SECRET } from '../config/session-secret.js'
import { EdgeRefusal } from '../errors/edge-refusal.js'
import { cookieName, cookieOptions, readCookie } from '../http/cookies.js'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Keeps other sites from acting through a signed-in browser: the page must show a token derived from its own cookie, and come from our own address.
 * Before sign-in a visitor cookie takes the place of the session's.
 */
@Injectable()
export class Csrf {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SESSION_SECRET) private readonly secret: string,
  ) {}

  /** The token this browser must send back in X-CSRF-Token; gives it a visitor cookie when it has none yet. After sign-in, hand in the new session cookie's value. */
  tokenFor(request: Request, response: Response, sessionCookie?: string): string {
    const known = sessionCookie ?? this.browserOf(request)
    if (known !== undefined) return this.token(known)
    const visitor = randomBytes(32).toString('base64url')
    response.cookie(cookieName('visitor', this.config), visitor, cookieOptions(this.config))
    return this.token(visitor)
  }

  /** Throws 403 unless the request is harmless, or shows the token of its own cookie and our own address. */
  check(request: Request): void {
    if (harmless.has(request.method)) return
    const bearing = this.browserOf(request)
    const shown = request.headers['x-csrf-token']
    if (bearing === undefined || typeof shown !== 'string' || !same(shown, this.token(bearing))) throw new EdgeRefusal(403, 'http/csrf')
    if (!this.fromUs(request)) throw new EdgeRefusal(403, 'http/csrf')
  }

  /** What this browser has carried since it first came, or since it was signed in. */
  browserOf(request: Request): string | undefined {
    return readCookie(request, cookieName('session', this.config)) ?? readCookie(request, cookieName('visitor', this.config))
  }

  private token(cookie: string): string {
    return createHmac('sha256', this.secret).update(`csrf ${cookie}`).digest('base64url')
  }

  /** Browsers say where a request comes from; one that says nothing has to rely on the token alone. */
  private fromUs(request: Request): boolean {
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
    const origin = request.headers.origin
    if (origin === undefined) return true
    return origin === this.config.publicUrl?.origin || hostOf(origin) === request.headers.host
  }
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

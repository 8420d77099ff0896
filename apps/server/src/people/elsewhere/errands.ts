import { Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { DataSource } from 'typeorm'
import type { FarProvider } from '#lib/editorial'
import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'
import { Csrf } from '../../platform/guard/csrf.js'
import { newToken, tokenHash } from '../secrets.js'

/** Someone on their way to a provider: what must come back with them, and where they then want to be. */
export interface Errand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly goTo: string
}

/** House: time enough for a second factor and a forgotten password. */
const LIVING = `at > now() - interval '15 minutes'`
/** House: a handful of tabs; a sixth way begun forgets the oldest. */
const MOST_OF_A_BROWSER = 5

/** Ways to a provider that have begun. Each is taken once, by the browser that began it, and kept here and not in the browser. */
@Injectable()
export class Errands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly csrf: Csrf,
  ) {}

  async begin(provider: FarProvider, request: Request, to: string): Promise<Errand> {
    const browser = this.browserOf(request)
    const errand = { state: newToken(), nonce: newToken(), verifier: newToken(), goTo: pathWithin(to) }
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO sign_in_errands (state_hash, provider, browser_hash, nonce, verifier, go_to) VALUES ($1, $2, $3, $4, $5, $6)`,
        [tokenHash(errand.state), provider, browser, errand.nonce, errand.verifier, errand.goTo],
      )
      await tx.query(
        'DELETE FROM sign_in_errands WHERE state_hash IN (SELECT state_hash FROM sign_in_errands WHERE browser_hash = $1 ORDER BY at DESC, state_hash OFFSET $2)',
        [browser, MOST_OF_A_BROWSER],
      )
      await tx.query(`DELETE FROM sign_in_errands WHERE NOT ${LIVING}`)
    })
    return errand
  }

  /** Takes the errand out by its state. Refuses one that is used, too old, or another browser's. */
  async take(provider: FarProvider, request: Request, state: string): Promise<Errand> {
    const [rows] = (await this.dataSource.query(
      `DELETE FROM sign_in_errands WHERE provider = $1 AND browser_hash = $2 AND state_hash = $3 AND ${LIVING}
       RETURNING nonce, verifier, go_to AS "goTo"`,
      [provider, this.browserOf(request), tokenHash(state)],
    )) as [Omit<Errand, 'state'>[], number]
    const [errand] = rows
    if (errand === undefined) throw new EdgeRefusal(401, 'people/elsewhere-stale')
    return { ...errand, state }
  }

  private browserOf(request: Request): string {
    const browser = this.csrf.browserOf(request)
    if (browser === undefined) throw new EdgeRefusal(401, 'people/elsewhere-stale')
    return tokenHash(browser)
  }
}

/** Only addresses of our own desk are gone to after sign-in; anything else is its first page. */
export function pathWithin(to: string): string {
  const here = 'http://here.invalid'
  if (!/^\/(?![/\\])/.test(to) || !URL.canParse(to, here)) return '/'
  const { origin, pathname, search, hash } = new URL(to, here)
  return origin === here && !/^\/(\/|sign-in|api(\/|$))/.test(pathname) ? `${pathname}${search}${hash}` : '/'
}

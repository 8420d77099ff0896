import { Inject, Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import { DataSource, type EntityManager } from 'typeorm'
import { CONFIG, type Config } from '../platform/config/config.js'
import { cookieName, cookieOptions, readCookie } from '../platform/http/cookies.js'
import { newToken, tokenHash } from './secrets.js'

/** House: half a year, so that a browser used once a term is still known. */
const REMEMBERED_MS = 180 * 24 * 3600 * 1000

/** Browsers a person signed in from before: guessing by strangers elsewhere does not slow them down. */
@Injectable()
export class KnownDevices {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {}

  /** The hash of the device, when this browser has signed in as this person before. */
  async recognise(request: Request, person: string): Promise<string | undefined> {
    const token = readCookie(request, this.cookie())
    if (token === undefined) return undefined
    const rows = (await this.dataSource.query(
      `SELECT 1 FROM known_devices WHERE token_hash = $1 AND person = $2 AND seen_at > now() - interval '180 days'`,
      [tokenHash(token), person],
    )) as unknown[]
    return rows.length > 0 ? tokenHash(token) : undefined
  }

  async remember(tx: EntityManager, request: Request, response: Response, person: string): Promise<void> {
    const known = readCookie(request, this.cookie())
    const token = known !== undefined && (await touched(tx, known, person)) ? known : newToken()
    if (token !== known) await tx.query('INSERT INTO known_devices (token_hash, person) VALUES ($1, $2)', [tokenHash(token), person])
    response.cookie(this.cookie(), token, { ...cookieOptions(this.config), maxAge: REMEMBERED_MS })
  }

  async forgetAllOf(tx: EntityManager, person: string): Promise<void> {
    await tx.query('DELETE FROM known_devices WHERE person = $1', [person])
  }

  private cookie(): string {
    return cookieName('session', this.config).replace('session', 'device')
  }
}

async function touched(tx: EntityManager, token: string, person: string): Promise<boolean> {
  const [, count] = (await tx.query('UPDATE known_devices SET seen_at = now() WHERE token_hash = $1 AND person = $2', [
    tokenHash(token),
    person,
  ])) as [unknown, number]
  return count > 0
}

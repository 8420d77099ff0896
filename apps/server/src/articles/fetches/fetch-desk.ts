import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { normaliseUrl } from '#lib/ingest'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'
import { Errands } from '../../sources/errands/errands.js'
import { Outside } from '../../sources/outside/outside.js'
import { Fetch } from './fetch.entity.js'
import { fetchErrand } from './fetch-errand.js'

export interface FetchWish {
  readonly publication: string
  /** Null for the house itself. */
  readonly by: string | null
  /** Also brings what is there already. */
  readonly again: boolean
}

/** House: a morning's reading for everyone at the desk; more at once are a mistake. */
const MOST_WAITING = 200

/** Writes wishes down and rings for them, in the transaction of whoever wishes. */
@Injectable()
export class FetchDesk {
  constructor(
    private readonly outside: Outside,
    private readonly errands: Errands,
    private readonly audit: AuditLog,
  ) {
    errands.watch(fetchErrand)
  }

  /** Each page once, however its address is spelled; what is there already is answered as done. Refuses: addresses that may not be asked, too many at once. */
  async wish(tx: EntityManager, addresses: readonly string[], wish: FetchWish): Promise<Fetch[]> {
    for (const address of addresses) this.outside.check(address)
    await refuseTooMany(tx, wish)
    const once = new Map(addresses.map((address) => [normaliseUrl(address) ?? address, address]))
    const known = wish.again ? new Map<string, string>() : await knownArticles(tx, wish.publication, [...once.keys()])
    const made: string[] = []
    for (const [form, url] of once) made.push(await this.insert(tx, url, known.get(form), wish))
    await this.record(tx, 'ask for addresses', wish, { addresses: made.length })
    return inOrder(await tx.findBy(Fetch, { id: In(made) }), made)
  }

  /** Asks the address of an article once more; the article is not touched. */
  async wishAgain(tx: EntityManager, url: string, article: string, { publication, by }: Omit<FetchWish, 'again'>): Promise<Fetch> {
    this.outside.check(url)
    const id = randomUUID()
    await tx.insert(Fetch, { id, publication, url, againFor: article, state: 'queued', requestedBy: by })
    await this.errands.ring(tx, fetchErrand, { id, rings: 1 })
    await this.record(tx, 'ask for an address once more', { publication, by }, { article })
    return tx.findOneByOrFail(Fetch, { id })
  }

  private async insert(tx: EntityManager, url: string, known: string | undefined, { publication, by }: FetchWish): Promise<string> {
    const id = randomUUID()
    const row = { id, publication, url, requestedBy: by }
    if (known === undefined) {
      await tx.insert(Fetch, { ...row, state: 'queued' })
      await this.errands.ring(tx, fetchErrand, { id, rings: 1 })
    } else {
      const there = { article: known, warnings: [{ code: 'fetch/there-already' }] }
      await tx.insert(Fetch, { ...row, ...there, state: 'done', finishedAt: () => 'now()' })
    }
    await this.errands.tell(tx, fetchErrand, { id, publication })
    return id
  }

  private async record(tx: EntityManager, act: string, { publication, by }: Omit<FetchWish, 'again'>, detail: object): Promise<void> {
    await this.audit.record(tx, { person: by, act, object: 'publication', objectId: publication, publication, detail: { ...detail } })
  }
}

const inOrder = (rows: readonly Fetch[], ids: readonly string[]): Fetch[] => ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])

/** Articles on the desk of this publication that came from one of the addresses. */
async function knownArticles(tx: EntityManager, publication: string, forms: readonly string[]): Promise<Map<string, string>> {
  const rows = (await tx.query(
    'SELECT DISTINCT ON (address) address, article FROM article_index WHERE publication = $1 AND address = ANY($2::text[]) ORDER BY address, article',
    [publication, forms],
  )) as { address: string; article: string }[]
  return new Map(rows.map(({ address, article }) => [address, article]))
}

async function refuseTooMany(tx: EntityManager, { by }: FetchWish): Promise<void> {
  if (by === null) return
  const count = await tx.countBy(Fetch, { requestedBy: by, state: In(['queued', 'running']) })
  if (count >= MOST_WAITING) throw new EdgeRefusal(429, 'fetch/too-many', { count }, { headers: { 'Retry-After': '30' } })
}

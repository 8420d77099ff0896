import { Injectable, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import type { Request } from 'express'
import { DataSource } from 'typeorm'
import { type Actor, can, canSee, forbidden, idText, missing, type PublicationAct } from '#lib/editorial'
import { Policy } from '../platform/guard/policy.js'

/** A kind of thing that belongs to a publication: its table, the route's parameter that names it, and how its absence is told. */
export interface Belonging {
  readonly table: string
  readonly param: string
  readonly missing: string
}

export const aPublication: Belonging = { table: 'publications', param: 'publication', missing: 'publication/missing' }

const localsKey = 'bianyin access'
type Locals = Record<string, unknown>

/** Finds the publication a thing belongs to, for the rules of routes: decorators cannot be handed services, so the running application carries this one. */
@Injectable()
export class Access implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly host: HttpAdapterHost,
  ) {}

  /** The worker and the command line have no web server. */
  onModuleInit(): void {
    const app = this.host.httpAdapter?.getInstance<{ locals?: Locals }>()
    if (app?.locals !== undefined) app.locals[localsKey] = this
  }

  /** Undefined for what does not exist, also where the id could name nothing. */
  async publicationOf(thing: Belonging, id: unknown): Promise<string | undefined> {
    if (!idText.safeParse(id).success) return undefined
    const column = thing.table === 'publications' ? 'id' : 'publication'
    const [row] = (await this.dataSource.query(`SELECT ${column} AS publication FROM ${thing.table} WHERE id = $1`, [id])) as {
      publication: string
    }[]
    return row?.publication
  }
}

/** Refuses an act in a publication: what a person has no role in does not exist for them; what their roles do not carry is forbidden. */
export function admit(actor: Actor, act: PublicationAct, publication: string | undefined, absent: string): void {
  if (publication === undefined || !canSee(actor, publication)) throw missing(absent)
  if (!can(actor, act, publication)) throw forbidden('people/not-allowed')
}

/** Open to whoever may do this in the publication that the named thing belongs to. */
export const InPublication = (act: PublicationAct, thing: Belonging = aPublication) =>
  Policy(async (actor: Actor, request: Request) => {
    const access = (request.app.locals as Locals)[localsKey] as Access
    admit(actor, act, await access.publicationOf(thing, request.params[thing.param]), thing.missing)
  })

import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import {
  type Actor,
  canSee,
  conflict,
  invalid,
  missing,
  type PublicationAnswer,
  type PublicationChange,
  type PublicationRequest,
  type ReviewStage,
  rolesIn,
} from '#lib/editorial'
import { Membership } from '../people/membership.entity.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { violated } from '../platform/database/violated.js'
import { staleVersion } from '../platform/http/etag.js'
import { Publication } from './publication.entity.js'
import { TemplateShelf } from './template-shelf.js'

/** Source: product.md, 三审三校 by three persons. */
const usualStages: ReviewStage[] = ['初审', '复审', '终审'].map((name) => ({ name, reviewers: [] }))

/** The publications of the house and the rules each goes by. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shelf: TemplateShelf,
    private readonly audit: AuditLog,
  ) {}

  /** Those the person may know of, by name. */
  async list(actor: Actor): Promise<PublicationAnswer[]> {
    const all = await this.dataSource.manager.find(Publication, { order: { name: 'ASC' } })
    return all.filter((one) => canSee(actor, one.id)).map((one) => publicationAnswer(one, actor))
  }

  async find(id: string, actor: Actor): Promise<PublicationAnswer> {
    return publicationAnswer(await publicationById(this.dataSource.manager, id), actor)
  }

  /** Refuses: an unknown style, a taken name, fewer than three stages without the switch. */
  async add(wanted: PublicationRequest, actor: Actor | null): Promise<Publication> {
    return inTransaction(this.dataSource, (tx) => this.addIn(tx, wanted, actor?.id ?? null))
  }

  async addIn(tx: EntityManager, wanted: PublicationRequest, by: string | null): Promise<Publication> {
    const template = this.shelf.find(wanted.style)
    const defaults = {
      publisher: null,
      numbering: template.numbering,
      columns: [],
      stages: usualStages,
      reviewException: null,
      editors: [],
      contact: null,
      resolveFirst: false,
      internal: null,
      openToReaders: false,
    }
    const made = { ...defaults, ...given(wanted), id: randomUUID(), version: 1 }
    await this.check(tx, made)
    const { raw } = (await tx.createQueryBuilder().insert().into(Publication).values(made).orIgnore().returning('id').execute()) as {
      raw: unknown[]
    }
    if (raw.length === 0) throw conflict('publication/name-taken', { name: wanted.name })
    await this.audit.record(tx, {
      person: by,
      act: 'make publication',
      object: 'publication',
      objectId: made.id,
      publication: made.id,
      detail: { ...wanted },
    })
    return tx.findOneByOrFail(Publication, { id: made.id })
  }

  /** Refuses: 412 on an old version, and whatever `add` refuses. */
  async change(id: string, version: number, wanted: PublicationChange, actor: Actor): Promise<PublicationAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const before = await publicationById(tx, id)
      if (wanted.style !== undefined) this.shelf.find(wanted.style)
      await this.check(tx, { ...before, ...wanted })
      const { affected } = await tx.update(Publication, { id, version }, { ...wanted, version: version + 1 }).catch(nameTaken(wanted.name))
      if (affected !== 1) throw staleVersion(before.version, { current: publicationAnswer(before, actor) })
      await this.audit.record(tx, {
        person: actor.id,
        act: 'change publication',
        object: 'publication',
        objectId: id,
        publication: id,
        detail: { ...wanted },
      })
      return publicationAnswer({ ...before, ...wanted, version: version + 1 }, actor)
    })
  }

  private async check(tx: EntityManager, one: Pick<Publication, 'id' | 'stages' | 'reviewException'>): Promise<void> {
    if (one.stages.length < usualStages.length && one.reviewException === null) throw invalid('publication/too-few-stages')
    for (const stage of one.stages.filter((each) => each.reviewers.length > 0)) {
      const found = await tx.countBy(Membership, { publication: one.id, role: 'reviewer', person: In(stage.reviewers) })
      if (found < new Set(stage.reviewers).size) throw invalid('publication/stage-needs-person', { stage: stage.name })
    }
  }
}

/** The publication, or the refusal that it does not exist. */
export async function publicationById(tx: EntityManager, id: string): Promise<Publication> {
  const publication = await tx.findOneBy(Publication, { id })
  if (publication === null) throw missing('publication/missing')
  return publication
}

const nameTaken =
  (name = '') =>
  (error: unknown): never => {
    throw violated(error, 'publications_name_once') ? conflict('publication/name-taken', { name }) : error
  }

/** Without the members that were left out: those take the house's habit. */
const given = <T extends object>(wanted: T): T => Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as T

export const publicationAnswer = (one: Publication, actor: Actor): PublicationAnswer => ({
  id: one.id,
  name: one.name,
  publisher: one.publisher,
  style: one.style,
  numbering: { pattern: one.numbering.pattern, total: one.numbering.total },
  columns: one.columns,
  stages: one.stages.map(({ name, reviewers, days, checklist }) => ({
    name,
    reviewers: [...reviewers],
    days: days ?? null,
    checklist: [...(checklist ?? [])],
  })),
  reviewException: one.reviewException,
  editors: one.editors,
  contact: one.contact,
  resolveFirst: one.resolveFirst,
  internal: one.internal,
  openToReaders: one.openToReaders,
  version: one.version,
  roles: [...rolesIn(actor, one.id)],
})

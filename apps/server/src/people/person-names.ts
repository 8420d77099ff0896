import { type EntityManager, In } from 'typeorm'
import type { PersonName } from '#lib/editorial'
import { Person } from './person.entity.js'

/** Finds what people are called: null for the house itself. */
export type NameOf = (id: string | null) => PersonName | null

/** The names behind a handful of ids, asked for once. */
export async function personNames(tx: EntityManager, ids: readonly (string | null)[]): Promise<NameOf> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const people = wanted.length === 0 ? [] : await tx.find(Person, { where: { id: In(wanted) }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, { id, name }]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

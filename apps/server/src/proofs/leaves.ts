import { type EntityManager, In } from 'typeorm'
import { type Ignoring, mapFindings } from '#lib/proof'
import { ArticleVersion } from '../articles/article-version.entity.js'
import { FindingSettlement } from './finding-settlement.entity.js'
import { FindingIgnore } from './ignores/finding-ignore.entity.js'

/** A word that lets findings stand, with whose it is. */
export type Leave = Ignoring & { readonly id: string; readonly person: string | null; readonly reason: string; readonly at: Date }

/** Every word that lets something stand in a version: what was said of its article, each where its words stand now, then what holds in the publication. */
export async function leavesOf(tx: EntityManager, saved: ArticleVersion, publication: string): Promise<Leave[]> {
  const everywhere = await tx.findBy(FindingIgnore, { publication })
  return [
    ...(await ownLeaves(tx, saved)),
    ...everywhere.map(({ id, rule, text, person, reason, at }): Leave => {
      const said = { id, rule, person, reason, at }
      return text === null ? { scope: 'rule', ...said } : { scope: 'string', text, ...said }
    }),
  ]
}

/** What was let stand in an article, as it stands in one of its versions; what is no longer there is left out. */
export async function ownLeaves(tx: EntityManager, saved: ArticleVersion): Promise<Leave[]> {
  const own = await tx.find(FindingSettlement, { where: { article: saved.article }, order: { at: 'ASC' } })
  const numbers = [...new Set(own.flatMap((one) => (one.version === null || one.version === saved.number ? [] : [one.version])))]
  const versions = numbers.length === 0 ? [] : await tx.findBy(ArticleVersion, { article: saved.article, number: In(numbers) })
  const placed = [saved, ...versions].flatMap((version) => {
    const here = own.filter((one) => one.version === version.number).map(onceOf)
    return version === saved ? here : mapFindings(version.content, saved.content, here)
  })
  const anywhere = own.flatMap(({ version, id, rule, text, person, reason, at }): Leave[] =>
    version === null ? [{ scope: 'string', id, rule, text, person, reason, at }] : [],
  )
  return [...placed, ...anywhere]
}

const onceOf = ({
  id,
  rule,
  text,
  block,
  field,
  starts,
  ends,
  person,
  reason,
  at,
}: FindingSettlement): Extract<Leave, { scope: 'once' }> => ({
  scope: 'once',
  id,
  rule,
  text,
  block,
  field,
  from: starts ?? 0,
  to: ends ?? 0,
  person,
  reason,
  at,
})

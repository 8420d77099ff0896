import { type DuplicateAnswer } from '#lib/editorial'
import { SAME } from '#lib/ingest'
import { said } from '../../platform/errors/said.js'
import type { Likeness } from './likenesses.js'
import type { Use } from './uses.js'

type Kind = DuplicateAnswer['kind']

export function kindOf({ similarity, sameAddress }: Pick<Likeness, 'similarity' | 'sameAddress'>): Kind {
  if (similarity !== null) return similarity >= SAME ? 'same' : 'alike'
  return sameAddress ? 'address' : 'passages'
}

/** 已在2024年第8期第12页用过: the strongest thing that can be said, in one line. A use in another publication names it. */
export function badge(
  kind: Kind,
  about: { readonly title: string; readonly paragraphs: number; readonly use: Use | undefined; readonly home: string },
): string {
  const { title, paragraphs: count, use, home } = about
  if (use === undefined) return said(`duplicate/${kind}`, { title, count })
  const issue = use.publication === home ? use.name : `《${use.publicationName}》${use.name}`
  const page = use.pageLabel !== null && use.pageLabel !== '' ? use.pageLabel : use.page
  const code = { same: 'used', address: 'used', alike: 'alike-used', passages: 'passages-used' }[kind]
  return page === null ? said(`duplicate/${code}`, { issue, count }) : said(`duplicate/${code}-page`, { issue, count, page })
}

import type { Roster, RosterEntry } from '#lib/editorial'
import type { ArticleRule } from '../rule.js'

type Source = Extract<RosterEntry, { kind: 'source' }>

const ROSTER: Roster = [{ kind: 'source', name: '教育部网站', others: ['教育部官网'], note: '' }]

/** A source spelt otherwise than this unit prints it. */
export const rosterSources: ArticleRule = {
  kind: 'article',
  id: 'roster-sources',
  family: 'head',
  severity: 'info',
  batch: true,
  source: '本单位名册：来源',
  check: ({ source }, { roster = [] }) => {
    if (source === null) return []
    const plain = source.replace(/[《》\s]/g, '')
    const known = roster.find(
      (entry): entry is Source => entry.kind === 'source' && entry.name !== source && [entry.name, ...entry.others].includes(plain),
    )
    return known === undefined ? [] : [{ block: null, field: 'source', from: 0, to: source.length, suggestion: known.name }]
  },
  fires: [
    { head: { source: '教育部官网' }, context: { roster: ROSTER } },
    { head: { source: '《教育部网站》' }, context: { roster: ROSTER } },
  ],
  silent: [
    { head: { source: '教育部网站' }, context: { roster: ROSTER } },
    { head: { source: '江州日报' }, context: { roster: ROSTER } },
    { head: { source: '教育部官网' } },
    { head: { source: null }, context: { roster: ROSTER } },
  ],
}

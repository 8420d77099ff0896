import type { Roster, RosterEntry } from '#lib/editorial'
import type { Passage } from '../passages.js'
import { articleDate, isBefore, isSince } from '../roster/article-date.js'
import { hitAt, isQuoted, ownPassages, placesOf } from '../roster/open-passages.js'
import type { ArticleHit, ArticleRule } from '../rule.js'

type Body = Extract<RosterEntry, { kind: 'body' }>

const ROSTER: Roster = [
  { kind: 'body', name: '江州省数据管理局', formerly: '江州省信息中心', from: '2024-03-01', note: '' },
  { kind: 'body', name: '江州省数据管理局', formerly: '信息中心', from: '2024-03-01', note: '' },
]
const after = { roster: ROSTER, issueDate: '2025-01' }

/** A body under a name it had no more, or not yet, on the day the article speaks from. */
export const rosterBodies: ArticleRule = {
  kind: 'article',
  id: 'roster-bodies',
  family: 'wording',
  severity: 'warn',
  source: '本单位名册：机构更名',
  check: (content, context) => {
    const bodies = (context.roster ?? []).filter((entry): entry is Body => entry.kind === 'body')
    const date = articleDate(content, context)
    if (bodies.length === 0 || date === null) return []
    return ownPassages(content).flatMap((passage) => [...oldNames(passage, bodies, date), ...newNames(passage, bodies, date)])
  },
  fires: [
    { body: ['报送⟨江州省信息中心→江州省数据管理局⟩备案。'], context: after },
    { body: ['由⟨江州省数据管理局⟩负责。'], head: { documentDate: '2023-05-01' }, context: after },
  ],
  silent: [
    { body: ['报送原江州省信息中心备案。', '他说：“江州省信息中心成立十年。”', '依据《江州省信息中心管理办法》执行。'], context: after },
    { body: ['报送江州省信息中心备案。'], head: { documentDate: '2023-05-01' }, context: after },
    { body: ['报送江州省信息中心备案。'], head: { documentDate: '2024' }, context: after },
    { body: ['江州省数据管理局（原江州省信息中心）负责。'], context: after },
    { body: ['报送江州省信息中心备案。'], context: { issueDate: '2025-01' } },
  ],
}

function oldNames(passage: Passage, bodies: readonly Body[], date: string): ArticleHit[] {
  const longestFirst = [...bodies].filter(({ from }) => isSince(date, from)).sort((a, b) => b.formerly.length - a.formerly.length)
  const taken: { from: number; to: number }[] = []
  for (const body of longestFirst)
    for (const from of placesOf(passage.text, body.formerly)) {
      const to = from + body.formerly.length
      if (taken.some((one) => from < one.to && one.from < to)) continue
      taken.push({ from, to })
    }
  return taken.flatMap(({ from, to }) => {
    const told = isQuoted(passage.text, from) || /(?:原|前|时称|旧称|即)$/.test(passage.text.slice(0, from))
    const body = longestFirst.find(({ formerly }) => formerly === passage.text.slice(from, to))
    return told || body === undefined ? [] : [hitAt(passage, from, to, { suggestion: body.name, params: { date: body.from } })]
  })
}

function newNames(passage: Passage, bodies: readonly Body[], date: string): ArticleHit[] {
  const early = new Map(bodies.filter(({ from }) => isBefore(date, from)).map(({ name, from }) => [name, from]))
  return [...early].flatMap(([name, since]) =>
    placesOf(passage.text, name)
      .filter((from) => !isQuoted(passage.text, from))
      .map((from) => hitAt(passage, from, from + name.length, { params: { date: since } })),
  )
}

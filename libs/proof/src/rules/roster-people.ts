import type { Roster, RosterEntry } from '#lib/editorial'
import type { Passage } from '../passages.js'
import { articleDate, isOutside } from '../roster/article-date.js'
import { hitAt, isQuoted, ownPassages, placesOf } from '../roster/open-passages.js'
import type { ArticleHit, ArticleRule } from '../rule.js'

type Person = Extract<RosterEntry, { kind: 'person' }>

const ROSTER: Roster = [
  { kind: 'person', name: '沈予安', office: '云岭大学校长', from: '2021-03', to: '2024-06', note: '' },
  { kind: 'person', name: '顾望舒', office: '云岭大学校长', from: '2024-07', to: null, note: '' },
]
const late = { roster: ROSTER, issueDate: '2025-01' }

/** What says that an office is a former or a coming one. */
const NOT_NOW = /(?:时任|原|前|前任|曾任|曾担任|历任|拟任|候任|现任命|任命.{0,12}为)$/

/** A person in an office held by another on the day the article speaks from, or a name one character away from the holder's. */
export const rosterPeople: ArticleRule = {
  kind: 'article',
  id: 'roster-people',
  family: 'wording',
  severity: 'warn',
  source: '本单位名册：人员职务',
  check: (content, context) => {
    const people = (context.roster ?? []).filter((entry): entry is Person => entry.kind === 'person')
    const date = articleDate(content, context)
    if (people.length === 0 || date === null) return []
    return ownPassages(content).flatMap((passage) => [...pastHolders(passage, people, date), ...misspelt(passage, people, date)])
  },
  fires: [
    { body: ['⟨云岭大学校长沈予安⟩出席会议。'], context: late },
    { body: ['会议由⟨沈予安（云岭大学校长⟩）主持。'], context: late },
    { body: ['云岭大学校长⟨顾望书→顾望舒⟩出席会议。'], context: late },
  ],
  silent: [
    { body: ['云岭大学校长顾望舒出席会议。'], context: late },
    { body: ['时任云岭大学校长沈予安出席会议。', '原云岭大学校长沈予安来信。'], context: late },
    { body: ['他写道：“云岭大学校长沈予安来过。”'], context: late },
    { body: ['云岭大学校长沈予安出席会议。'], head: { sourceDate: '2023-01-01' }, context: late },
    { body: ['云岭大学校长沈予安出席会议。'], head: { sourceDate: '2024-06' }, context: late },
    { body: ['云岭大学校长办公会议研究决定。'], context: late },
    { body: ['云岭大学校长沈予安出席会议。'] },
  ],
}

/** The person's name right behind the office, or the office right behind the name. */
function pastHolders(passage: Passage, people: readonly Person[], date: string): ArticleHit[] {
  const { text } = passage
  return people.flatMap((person) => {
    const holdsNow = people.some((one) => one.name === person.name && one.office === person.office && !isOutside(date, one))
    if (holdsNow) return []
    return placesOf(text, person.office).flatMap((at) => {
      const place = besideName(text, at, person)
      if (place === null || isQuoted(text, place.from) || NOT_NOW.test(text.slice(Math.max(0, place.from - 16), place.from))) return []
      return [
        hitAt(passage, place.from, place.to, {
          params: { name: person.name, office: person.office, holder: holderOf(people, person.office, date) },
        }),
      ]
    })
  })
}

function besideName(text: string, at: number, { name, office }: Person): { from: number; to: number } | null {
  const end = at + office.length
  if (text.startsWith(name, end)) return { from: at, to: end + name.length }
  const gap = /[（(，、是任]?$/.exec(text.slice(0, at))?.[0].length ?? 0
  const from = at - gap - name.length
  return from >= 0 && text.startsWith(name, from) ? { from, to: end } : null
}

const holderOf = (people: readonly Person[], office: string, date: string): string =>
  people
    .filter((person) => person.office === office && !isOutside(date, person))
    .map(({ name }) => name)
    .join('、') || '名册未列'

/** Behind an office stands a name that is the holder's but for one character. */
function misspelt(passage: Passage, people: readonly Person[], date: string): ArticleHit[] {
  const { text } = passage
  return people
    .filter((person) => !isOutside(date, person) && [...person.name].length >= 2)
    .flatMap(({ name, office }) =>
      placesOf(text, office).flatMap((at) => {
        const from = at + office.length
        const found = text.slice(from, from + name.length)
        const known = people.some((person) => person.name === found)
        return !known && isNear(found, name)
          ? [hitAt(passage, from, from + name.length, { suggestion: name, params: { name, office, holder: name } })]
          : []
      }),
    )
}

/** Two of three characters agree, and the other is a Chinese character too. */
function isNear(found: string, name: string): boolean {
  if (found.length !== name.length || !/^\p{Script=Han}+$/u.test(found)) return false
  const different = [...found].filter((char, index) => char !== name[index]).length
  return different === 1 && name.length >= 3
}

import { type Roster, type RosterEntry, readDate } from '#lib/editorial'
import type { Passage } from '../passages.js'
import { isOutside } from '../roster/article-date.js'
import { hitAt, isQuoted, ownPassages, placesOf } from '../roster/open-passages.js'
import type { ArticleHit, ArticleRule } from '../rule.js'

type Meeting = Extract<RosterEntry, { kind: 'meeting' }>

const ROSTER: Roster = [
  { kind: 'meeting', name: '江州省教育大会', others: ['全省教育大会'], from: '2024-10-14', to: '2024-10-15', note: '' },
  { kind: 'meeting', name: '江州省教育大会', others: [], from: '2018-11-02', to: '2018-11-02', note: '' },
]

const DAY = '(\\d{4}年\\d{1,2}月\\d{1,2}日)(?:(?:至|—|-|～)(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日)?'

/** A meeting said to have been held on a day on which it was not. */
export const rosterMeetings: ArticleRule = {
  kind: 'article',
  id: 'roster-meetings',
  family: 'wording',
  severity: 'warn',
  source: '本单位名册：会议',
  check: (content, { roster = [] }) => {
    const meetings = roster.filter((entry): entry is Meeting => entry.kind === 'meeting')
    return meetings.length === 0 ? [] : ownPassages(content).flatMap((passage) => misdated(passage, meetings))
  },
  fires: [
    { body: ['⟨2024年10月24日⟩，江州省教育大会在江州召开。'], context: { roster: ROSTER } },
    { body: ['⟨2023年10月14日⟩召开的全省教育大会强调，要办好教育。'], context: { roster: ROSTER } },
  ],
  silent: [
    { body: ['2024年10月14日至15日，江州省教育大会在江州召开。', '2018年11月2日，江州省教育大会召开。'], context: { roster: ROSTER } },
    { body: ['2024年11月20日，学校召开会议，传达学习江州省教育大会精神。'], context: { roster: ROSTER } },
    { body: ['2024年10月24日，江州省教育大会精神宣讲会召开。'], context: { roster: ROSTER } },
    { body: ['2024年10月24日，江州省教育大会在江州召开。'] },
  ],
}

function misdated(passage: Passage, meetings: readonly Meeting[]): ArticleHit[] {
  const names = new Set(meetings.flatMap((meeting) => [meeting.name, ...meeting.others]))
  return [...names].flatMap((name) => {
    const held = meetings.filter((meeting) => meeting.name === name || meeting.others.includes(name))
    return placesOf(passage.text, name).flatMap((at) => {
      const day = dayOf(passage.text, at, name)
      if (day === null || isQuoted(passage.text, at) || held.some((meeting) => !isOutside(day.date, meeting))) return []
      const params = { name, date: held.map(({ from, to }) => (from === to ? from : `${from}—${to}`)).join('、') }
      return [hitAt(passage, day.from, day.to, { params })]
    })
  })
}

/** The day in front of a meeting, where the words between and behind say that it was held then. */
function dayOf(text: string, at: number, name: string): { date: string; from: number; to: number } | null {
  const found = new RegExp(`${DAY}(，|，?在[^，。]{1,10}|，?(?:召开|举行|闭幕|开幕)的)?$`).exec(text.slice(0, at))
  const date = readDate(found?.[1] ?? '')
  if (found?.[1] === undefined || date === null) return null
  const isHeld =
    (found[2] ?? '').endsWith('的') || /^(?:在[^，。]{1,12})?(?:胜利)?(?:召开|举行|开幕|闭幕)/.test(text.slice(at + name.length))
  return isHeld ? { date, from: found.index, to: found.index + found[1].length } : null
}

import type { Roster, RosterEntry } from '#lib/editorial'
import { nearMisses } from '../near-phrase.js'
import { passagesOf } from '../passages.js'
import { hitAt, placesOf } from '../roster/open-passages.js'
import type { ArticleRule } from '../rule.js'

type Phrase = Extract<RosterEntry, { kind: 'phrase' }>

const ROSTER: Roster = [{ kind: 'phrase', name: '江州精神：明德笃行、敬业乐群', wrong: ['明德笃行，敬业乐群'], note: '' }]

/** House: shorter phrases have near neighbours by chance. */
const SHORTEST = 6

/** Wording the unit keeps fixed, altered: in a way it has listed, or by one character. Never put right by itself. */
export const rosterPhrases: ArticleRule = {
  kind: 'article',
  id: 'roster-phrases',
  family: 'wording',
  severity: 'block',
  source: '本单位名册：固定表述',
  check: (content, { roster = [] }) => {
    const phrases = roster.filter((entry): entry is Phrase => entry.kind === 'phrase')
    return passagesOf(content).flatMap((passage) =>
      phrases.flatMap(({ name, wrong }) => {
        const listed = wrong.flatMap((form) => placesOf(passage.text, form).map((from) => ({ from, to: from + form.length })))
        const near = name.length < SHORTEST ? [] : nearMisses(passage.text, name)
        const places = [...listed, ...near.filter((hit) => !listed.some((one) => hit.from < one.to && one.from < hit.to))]
        return places.map(({ from, to }) => hitAt(passage, from, to, { suggestion: name }))
      }),
    )
  },
  fires: [
    { body: ['弘扬⟨明德笃行，敬业乐群→江州精神：明德笃行、敬业乐群⟩的传统。'], context: { roster: ROSTER } },
    { body: ['弘扬⟨江州精神：明得笃行、敬业乐群→江州精神：明德笃行、敬业乐群⟩。'], context: { roster: ROSTER } },
  ],
  silent: [{ body: ['弘扬江州精神：明德笃行、敬业乐群。', '江州精神代代相传。'], context: { roster: ROSTER } }],
}

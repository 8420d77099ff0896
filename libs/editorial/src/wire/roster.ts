import { z } from 'zod'
import { knownDate } from './marks.js'
import { nameLine, textLine } from './text.js'

/** The longest name of a body seen in official documents has 60 characters. House: twice that. */
const name = nameLine(120)
/** House: a sentence that says where a line was read. */
const note = textLine(200)
/** House: other spellings of one thing; more is another thing. */
const spellings = z.array(name).max(20)

/** Since when and until when, as precise as known; null: open. Both ends belong to it. */
const span = { from: knownDate.nullable(), to: knownDate.nullable() }

const person = z.strictObject({ kind: z.literal('person'), name, office: name, ...span, note })
const body = z.strictObject({ kind: z.literal('body'), name, formerly: name, from: knownDate, note })
const meeting = z.strictObject({ kind: z.literal('meeting'), name, others: spellings, ...span, note })
const phrase = z.strictObject({ kind: z.literal('phrase'), name, wrong: spellings, note })
const document = z.strictObject({ kind: z.literal('document'), name, number: name, date: knownDate.nullable(), note })
const source = z.strictObject({ kind: z.literal('source'), name, others: spellings, note })

/**
 * One line of what the unit knows for certain, by date: a person in an office; a body that was renamed; a meeting and its days; wording that
 * is fixed; a document (its title is its name) and its number; a source as it is to be printed.
 */
export const rosterEntry = z
  .discriminatedUnion('kind', [person, body, meeting, phrase, document, source])
  .refine((entry) => !('from' in entry && 'to' in entry && entry.from !== null && entry.to !== null && entry.from > `${entry.to}~`), {
    message: 'ends-before-it-begins',
    params: { code: 'ends-before-it-begins' },
  })
  .meta({ id: 'RosterEntry' })

export const rosterKinds = ['person', 'body', 'meeting', 'phrase', 'document', 'source'] as const

export type RosterEntry = z.infer<typeof rosterEntry>
export type RosterKind = (typeof rosterKinds)[number]
export type Roster = readonly RosterEntry[]

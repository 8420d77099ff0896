import { z } from 'zod'
import { pageOf, pageQuery } from './listing.js'
import { id, moment, version } from './marks.js'
import { personName } from './people.js'
import { rosterEntry, rosterKinds } from './roster.js'
import { textLine } from './text.js'

/** A line of a publication's roster as it is kept, with who wrote it last. */
export const rosterLine = z
  .strictObject({ id, publication: id, entry: rosterEntry, version, changedBy: personName.nullable(), changedAt: moment })
  .meta({ id: 'RosterLine' })

export const rosterLineList = pageOf(rosterLine).meta({ id: 'RosterLineList' })

export const rosterRequest = z.strictObject({ entry: rosterEntry }).meta({ id: 'RosterRequest' })

export const rosterQuery = pageQuery.extend({ kind: z.enum(rosterKinds).optional(), words: textLine(100).optional() })

/** The table taken out: CSV, as ever, or a workbook. */
export const rosterTableFormats = ['csv', 'xlsx'] as const
export const rosterTableQuery = z.strictObject({ format: z.enum(rosterTableFormats).optional() })

/** What an imported table did: lines that are new, lines that replace one of the same thing, lines that stood there already, and lines that say nothing. */
export const rosterImported = z
  .strictObject({
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    flaws: z.array(z.strictObject({ row: z.int(), column: z.string().nullable(), message: z.string() })),
  })
  .meta({ id: 'RosterImported' })

export type RosterLine = z.infer<typeof rosterLine>
export type RosterRequest = z.infer<typeof rosterRequest>
export type RosterQuery = z.infer<typeof rosterQuery>
export type RosterTableFormat = (typeof rosterTableFormats)[number]
export type RosterTableQuery = z.infer<typeof rosterTableQuery>
export type RosterImported = z.infer<typeof rosterImported>

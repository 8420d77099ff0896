import { Injectable } from '@nestjs/common'
import type { Roster, RosterTableFormat } from '#lib/editorial'
import { type RosterRead, writeRosterCsv, writeRosterSheet } from '#lib/ingest'
import { ChildPool } from '../../platform/children/child-pool.js'

export const rosterTask = 'read-roster'

/** House: ten thousand lines are read in a second or two. */
const PATIENCE_MS = 20_000

/** What each format of table is called in an answer. */
export const rosterMediaTypes: Readonly<Record<RosterTableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The roster as a table, in and out: a workbook or CSV. */
@Injectable()
export class RosterTables {
  constructor(private readonly children: ChildPool) {}

  /** Told by its bytes what it is. Refuses, in the words of the reading room, what is no roster. */
  read(bytes: Uint8Array, name: string): Promise<RosterRead> {
    return this.children.run<RosterRead>(rosterTask, { bytes, name }, { timeoutMs: PATIENCE_MS })
  }

  write(roster: Roster, format: RosterTableFormat): Buffer {
    return Buffer.from(format === 'xlsx' ? writeRosterSheet(roster) : writeRosterCsv(roster))
  }
}

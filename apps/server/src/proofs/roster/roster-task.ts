import { type RosterRead, readRoster } from '#lib/ingest'

/** Reads a table somebody sent, in the child: a workbook is an archive and may be hostile. */
export const readRosterTable = ({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }): Promise<RosterRead> =>
  readRoster(bytes, name)

import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'

/** Where a list of finds goes on: rank (exact title, title, text), the date it is ordered by, and the thing itself. */
export interface Cursor {
  readonly rank: number
  readonly orderedBy: string
  readonly key: string
}

const FORM = /^([0-2])~([\d-]{4,10})~([0-9a-f-]{36}(?:~\d{1,6})?)$/

export function readCursor(after: string | undefined): Cursor | null {
  if (after === undefined) return null
  const [, rank, orderedBy = '', key = ''] = FORM.exec(after) ?? []
  if (rank === undefined) throw new EdgeRefusal(400, 'http/invalid-parameter')
  return { rank: Number(rank), orderedBy, key }
}

export const writeCursor = ({ rank, orderedBy, key }: Cursor): string => `${rank}~${orderedBy}~${key}`

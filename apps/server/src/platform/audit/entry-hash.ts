import { canonicalJson, sha256Hex } from '#lib/editorial'

/** Everything of an entry that its hash covers. */
export interface HashedEntry {
  readonly sequence: number
  /** ISO, to the millisecond, UTC. */
  readonly at: string
  readonly person: string | null
  readonly act: string
  readonly object: string
  readonly objectId: string
  readonly publication: string | null
  readonly detail: unknown
  readonly requestId: string | null
  readonly previousHash: string
}

/** What stands before the first entry. */
export const beginning = '0'.repeat(64)

/** Each entry's hash covers the one before it, so that nothing can be changed, left out or put in between unseen. */
export const entryHash = (entry: HashedEntry): string => sha256Hex(canonicalJson(entry))

/** A stream as it was written, and compressed. */
interface Kept {
  readonly raw: Uint8Array
  readonly packed: Uint8Array
}

/** House: the streams of three hundred pages; of a longer document nothing is kept, since its memory is needed elsewhere. */
const MOST_KEPT = 6_000_000

/**
 * The compressed streams of the document before: what has not changed since is not compressed again.
 * Pages of a bulletin with one changed article, and all its fonts where no new character came, are the same bytes as before.
 */
export class StreamMemory {
  private before: readonly Kept[] = []
  private now: Kept[] = []
  private size = 0

  /** The compressed form of a stream of the document before, if it had this very one at this place. */
  find(index: number, raw: Uint8Array): Uint8Array | null {
    const kept = this.before[index]
    return kept !== undefined && isEqual(kept.raw, raw) ? kept.packed : null
  }

  keep(index: number, raw: Uint8Array, packed: Uint8Array): void {
    this.size += raw.length
    if (this.size <= MOST_KEPT) this.now[index] = { raw, packed }
  }

  /** The document is done: what was kept of it serves the next. */
  turn(): void {
    this.before = this.size <= MOST_KEPT ? this.now : []
    this.now = []
    this.size = 0
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  return Buffer.compare(one, other) === 0
}

import { deflateSync } from 'node:zlib'
import type { StreamMemory } from './stream-memory.js'

/** Compresses bytes as zlib's deflate does at a level, elsewhere than on this thread. */
export type Deflate = (bytes: Uint8Array, level: number) => Promise<Uint8Array>

/** How hard streams are compressed. House: 2 takes two thirds of the time of pdfkit's 6, and a bulletin of 116 pages grows by 3 %. */
const LEVEL = 2

/** From how many bytes on a stream is handed out. House: a page is compressed in less time than it takes to hand it over, and every stream handed over holds 256 kB until it is back. */
const LARGE = 32_768

/** What comes out is seldom more than half of what goes in: so long a strip is asked for, not the 16 kB every stream would keep. */
const compressed = (raw: Uint8Array): Uint8Array => deflateSync(raw, { level: LEVEL, chunkSize: (raw.length >> 1) + 512 })

/** Compresses the streams of a document one after the other: what the document before had is taken over, the rest is left to whoever offers to do it. */
export class StreamPress {
  private count = 0

  constructor(
    private readonly memory: StreamMemory | null = null,
    private readonly deflate: Deflate | null = null,
  ) {}

  compress(raw: Uint8Array): Uint8Array | Promise<Uint8Array> {
    const place = this.count++
    const known = this.memory?.find(place, raw) ?? null
    if (known !== null) return this.kept(place, raw, known)
    if (this.deflate === null || raw.length < LARGE) return this.kept(place, raw, compressed(raw))
    return this.deflate(raw, LEVEL).then((packed) => this.kept(place, raw, packed))
  }

  /** The document is done. */
  turn(): void {
    this.memory?.turn()
  }

  private kept(place: number, raw: Uint8Array, packed: Uint8Array): Uint8Array {
    this.memory?.keep(place, raw, packed)
    return packed
  }
}

import { deflateSync } from 'node:zlib'
import type { StreamMemory } from './stream-memory.js'

/** Compresses bytes as zlib's deflate does at a level, elsewhere than on this thread. */
export type Deflate = (bytes: Uint8Array, level: number) => Promise<Uint8Array>

/** The same for a packet of streams; answers in their order. */
export type DeflateMany = (packet: readonly Uint8Array[], level: number) => Promise<readonly Uint8Array[]>

/** Who compresses what is not compressed in turn. */
export interface Helpers {
  readonly large?: Deflate | undefined
  /** Asked for where there are so many streams that a thread of their own is worth its start. */
  readonly small?: DeflateMany | undefined
}

/** How hard streams are compressed. House: 2 takes two thirds of the time of pdfkit's 6, and a bulletin of 116 pages grows by 3 %. */
const LEVEL = 2

/** From how many bytes on a stream is handed out. House: a page is compressed in less time than it takes to hand it over, and every stream handed over holds 256 kB until it is back. */
const LARGE = 32_768

/** What comes out is seldom more than half of what goes in: so long a strip is asked for, not the 16 kB every stream would keep. */
const compressed = (raw: Uint8Array): Uint8Array => deflateSync(raw, { level: LEVEL, chunkSize: (raw.length >> 1) + 512 })

/** How many bytes of small streams are handed out together. House: some fifty pages, so that handing over costs next to nothing and the last packet is short. */
const PACKET = 131_072

/** Streams on their way out together, and who waits for them. */
interface Packet {
  readonly streams: Uint8Array[]
  readonly waiting: { readonly resolve: (packed: Uint8Array) => void; readonly reject: (fault: unknown) => void }[]
  size: number
}

/** Compresses the streams of a document one after the other: what the document before had is taken over, the rest is left to whoever offers to do it. */
export class StreamPress {
  private count = 0
  private packet: Packet | null = null

  constructor(
    private readonly memory: StreamMemory | null = null,
    private readonly helpers: Helpers = {},
  ) {}

  compress(raw: Uint8Array): Uint8Array | Promise<Uint8Array> {
    const place = this.count++
    const known = this.memory?.find(place, raw) ?? null
    if (known !== null) return this.kept(place, raw, known)
    const { large, small } = this.helpers
    if (large !== undefined && raw.length >= LARGE) return large(raw, LEVEL).then((packed) => this.kept(place, raw, packed))
    if (small === undefined) return this.kept(place, raw, compressed(raw))
    return this.enter(raw).then((packed) => this.kept(place, raw, packed))
  }

  /** No stream comes after these: what waits for others to go with goes now. */
  flush(): void {
    const { packet, helpers } = this
    this.packet = null
    if (packet !== null && helpers.small !== undefined) send(packet, helpers.small)
  }

  /** The document is done. */
  turn(): void {
    this.memory?.turn()
  }

  private enter(raw: Uint8Array): Promise<Uint8Array> {
    const packet = this.packet ?? { streams: [], waiting: [], size: 0 }
    this.packet = packet
    packet.streams.push(raw)
    packet.size += raw.length
    const packed = new Promise<Uint8Array>((resolve, reject) => packet.waiting.push({ resolve, reject }))
    if (packet.size >= PACKET) this.flush()
    return packed
  }

  private kept(place: number, raw: Uint8Array, packed: Uint8Array): Uint8Array {
    this.memory?.keep(place, raw, packed)
    return packed
  }
}

/** Handed out at once: pages are written without a pause in which anything that waits could begin. */
function send({ streams, waiting }: Packet, small: DeflateMany): void {
  const missing = (index: number): Error => new Error(`stream ${index} of a packet of ${streams.length} did not come back`)
  small(streams, LEVEL).then(
    (packed) => {
      for (const [index, { resolve, reject }] of waiting.entries()) {
        const one = packed[index]
        if (one === undefined) reject(missing(index))
        else resolve(one)
      }
    },
    (fault: unknown) => {
      for (const { reject } of waiting) reject(fault)
    },
  )
}

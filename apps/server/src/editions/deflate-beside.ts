import { promisify } from 'node:util'
import { deflate, type ZlibOptions } from 'node:zlib'

const deflating = promisify<Uint8Array, ZlibOptions, Buffer>(deflate)

/**
 * Compresses a stream in Node's own threads while the work goes on. What comes out is seldom more than half of what goes in and is taken down in one strip:
 * zlib hands over strip by strip, and waits for this thread after each.
 */
export const deflateBeside = (bytes: Uint8Array, level: number): Promise<Uint8Array> =>
  deflating(bytes, { level, chunkSize: (bytes.length >> 1) + 512 })

/** Opens a thread that compresses packets of streams; loaded where it is needed, in issues of hundreds of pages. */
export const openPacketsBeside = async (): Promise<(packet: readonly Uint8Array[], level: number) => Promise<readonly Uint8Array[]>> =>
  (await import('./deflate-packets.js')).openPackets()

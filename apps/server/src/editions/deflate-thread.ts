import { parentPort } from 'node:worker_threads'
import { deflateSync } from 'node:zlib'

/** Streams one after the other in one strip, and where each ends. */
export interface Strip {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly ends: readonly number[]
}

// A thread that compresses packets of streams, one packet after the other, and hands each back the way it came.
parentPort?.on('message', ({ bytes, ends, level }: Strip & { readonly level: number }) => {
  const packed = piecesOf({ bytes, ends }).map((piece) => deflateSync(piece, { level, chunkSize: (piece.length >> 1) + 512 }))
  const strip = stripOf(packed)
  parentPort?.postMessage(strip, [strip.bytes.buffer])
})

/** Lays streams into one strip that can be handed over without being copied again. */
export function stripOf(pieces: readonly Uint8Array[]): Strip {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let end = 0
  const ends = pieces.map((piece) => {
    bytes.set(piece, end)
    end += piece.length
    return end
  })
  return { bytes, ends }
}

export const piecesOf = ({ bytes, ends }: Strip): Uint8Array[] => ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))

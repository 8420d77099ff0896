import { Worker } from 'node:worker_threads'
import { piecesOf, type Strip, stripOf } from './deflate-thread.js'

/** The thread, and who waits for its answers, in their order. */
interface Bench {
  readonly thread: Worker
  readonly waiting: { readonly resolve: (strip: Strip) => void; readonly reject: (fault: Error) => void }[]
}

/** House: a packet in and out is a third of a megabyte. */
const HEAP_MB = 32

let bench: Bench | null = null

/** Opens the thread beside this one that compresses packets of streams, unless it stands; it keeps no process alive. A thread that dies fails what it had in hand. */
export function openPackets(): (packet: readonly Uint8Array[], level: number) => Promise<readonly Uint8Array[]> {
  bench ??= openBench()
  return async (packet, level) => {
    bench ??= openBench()
    const { thread, waiting } = bench
    const strip = stripOf(packet)
    const answer = new Promise<Strip>((resolve, reject) => waiting.push({ resolve, reject }))
    thread.ref()
    thread.postMessage({ ...strip, level }, [strip.bytes.buffer])
    return piecesOf(await answer)
  }
}

function openBench(): Bench {
  const thread = new Worker(new URL('./deflate-thread.js', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  const opened: Bench = { thread, waiting: [] }
  thread.on('message', (strip: Strip) => {
    opened.waiting.shift()?.resolve(strip)
    if (opened.waiting.length === 0) thread.unref()
  })
  const fail = (fault: Error): void => {
    if (bench === opened) bench = null
    for (const { reject } of opened.waiting.splice(0)) reject(fault)
  }
  thread.unref()
  thread.on('error', fail)
  thread.on('exit', (code) => fail(new Error(`the compressing thread ended with ${code}`)))
  return opened
}

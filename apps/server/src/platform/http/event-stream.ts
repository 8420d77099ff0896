import type { Request, Response } from 'express'
import { sleep } from '../clock.js'
import type { EventBus } from '../events/event-bus.js'

export interface StreamMessage {
  /** Where to go on after a break; the browser sends it back as Last-Event-ID. */
  readonly id: string
  readonly event: string
  readonly data: unknown
}

export interface StreamSource {
  /** What changed since the id (undefined: what stands now), read from the tables, oldest first. */
  readonly since: (id: string | undefined) => Promise<readonly StreamMessage[]>
  /** A change on any of these makes the stream read again. */
  readonly topics: readonly string[]
}

const rereadMs = 10_000
/** Many events at once become one reading. */
const gatherMs = 30
const idForm = /^[\w.:-]{1,100}$/

/** Open streams, so that a stopping server can end them. */
const open = new Set<Response>()
export const endEventStreams = (): void => {
  for (const response of open) response.end()
}

/** Server-sent events where the rows are the truth: first what stands, then again at each event and every ten seconds, so that a lost event is only a little late. */
export async function eventStream(request: Request, response: Response, bus: EventBus, source: StreamSource): Promise<void> {
  begin(response)
  const bell = new Bell()
  const ends = [...source.topics.map((topic) => bus.subscribe(topic, () => bell.ring())), bus.onGap(() => bell.ring())]
  const timer = setInterval(() => bell.ring(), rereadMs)
  response.once('close', () => bell.stop())
  try {
    await relay(request, response, source, bell)
  } finally {
    clearInterval(timer)
    for (const end of ends) end()
    open.delete(response)
    response.end()
  }
}

async function relay(request: Request, response: Response, source: StreamSource, bell: Bell): Promise<void> {
  let last = knownId(request)
  while (!bell.stopped) {
    const messages = await source.since(last)
    for (const message of messages) {
      response.write(frame(message))
      last = message.id
    }
    if (messages.length === 0) response.write(': \n\n')
    await bell.wait()
    await sleep(gatherMs)
  }
}

function knownId(request: Request): string | undefined {
  const given = request.headers['last-event-id']
  return typeof given === 'string' && idForm.test(given) ? given : undefined
}

function begin(response: Response): void {
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
  response.flushHeaders()
  response.write('retry: 2000\n\n')
  open.add(response)
}

/** Ids and names are ours and single-line; data is JSON, which has no line ends of its own. */
function frame({ id, event, data }: StreamMessage): string {
  if (!idForm.test(id) || !idForm.test(event)) throw new Error('an event id or name would break the stream')
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** Remembers a ring that came while nobody waited. */
class Bell {
  stopped = false
  private rung = false
  private wake: (() => void) | undefined

  ring(): void {
    this.rung = true
    this.wake?.()
  }

  stop(): void {
    this.stopped = true
    this.ring()
  }

  async wait(): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
    this.rung = false
    this.wake = undefined
  }
}

import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, Server as NetServer } from 'node:net'
import { conflict } from '#lib/editorial'
import { elapsedMs, sleep } from '../clock.js'
import type { Config } from '../config/config.js'
import { endEventStreams } from './event-stream.js'

/** House: time to send the headers; the largest upload over a slow line. */
const headersMs = 15_000
const requestMs = 300_000

const portTries = 12
/** Longer than a request needs to follow its connection. */
const momentMs = 400

const starting: RequestListener = (request, response) => {
  response.writeHead(request.url === '/health/live' ? 200 : 503, {
    'Content-Type': 'application/problem+json',
    'Retry-After': '2',
    'Cache-Control': 'no-store',
  })
  response.end(
    JSON.stringify({
      type: '/problems/unavailable',
      title: '暂时不可用',
      status: 503,
      detail: '系统正在启动。',
      code: 'http/unavailable',
      requestId: '-',
      errors: [],
    }),
  )
}

/** The listening server: it answers 503 until the house behind it stands, and at the end lets those inside finish. */
export class FrontDoor {
  private handler: RequestListener = starting
  private closing = false
  private readonly server: Server

  constructor() {
    this.server = createServer(
      { headersTimeout: headersMs, requestTimeout: requestMs, keepAliveTimeout: 65_000, maxHeaderSize: 16 * 1024 },
      (request, response) => {
        if (this.closing) response.setHeader('Connection', 'close')
        this.handler(request, response)
      },
    )
  }

  /** Answers the port. One that is taken is waited for a moment (a predecessor may be on its way out), then refused. */
  async listen({ port, host }: Pick<Config, 'port' | 'host'>): Promise<number> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await listenOnce(this.server, port, host)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
        if (tries === portTries) throw conflict('config/port-in-use', { port })
        await sleep(250)
      }
    }
  }

  /** From now on requests go here. */
  open(handler: RequestListener): void {
    this.handler = handler
  }

  /**
   * Takes no new connections, ends the event streams, waits for requests in hand, and cuts off what is left after the patience.
   * A connection just taken may not have said its request yet, so idle ones are given a moment before they are closed.
   */
  async close(patienceMs: number): Promise<void> {
    this.closing = true
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(this.server, () => resolve()))
    endEventStreams()
    const began = elapsedMs()
    const idle = setInterval(() => {
      if (elapsedMs() - began > momentMs) this.server.closeIdleConnections()
    }, 50)
    const late = setTimeout(() => this.server.closeAllConnections(), patienceMs)
    await closed
    clearInterval(idle)
    clearTimeout(late)
  }
}

function listenOnce(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listener {
  readonly port: number
  /** Connections taken, whatever they asked. */
  readonly taken: () => number
  readonly close: () => Promise<void>
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void

/** A server on both loopback addresses, which counts who knocks. */
export async function listen(serve: Serve = (_, response) => void response.end('caught')): Promise<Listener> {
  let taken = 0
  const [four, six] = [createServer(serve), createServer(serve)]
  const servers = [four, six]
  for (const server of servers) server.on('connection', () => (taken += 1))
  await new Promise<void>((resolve) => four.listen(0, '127.0.0.1', resolve))
  const { port } = four.address() as AddressInfo
  await new Promise<void>((resolve) => six.once('error', () => resolve()).listen(port, '::1', resolve))
  return {
    port,
    taken: () => taken,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}

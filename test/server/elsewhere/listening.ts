import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, type Server as NetServer } from 'node:net'

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** Listens on a free port of this machine. */
export async function listening(server: NetServer | Server): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export const listeningHttp = (handler: RequestListener): Promise<Listening> => listening(createServer(handler))

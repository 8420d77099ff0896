import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

/** A mail server that keeps what it is given, and takes nothing for addresses that begin with `nobody`. */
export interface PostOffice {
  readonly url: string
  readonly letters: { to: string; text: string }[]
  readonly close: () => Promise<void>
}

export async function openPostOffice(): Promise<PostOffice> {
  const letters: PostOffice['letters'] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    serve(socket, letters)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** As much of RFC 5321 as a sender needs. */
function serve(socket: Socket, letters: PostOffice['letters']): void {
  let waiting = ''
  let to = ''
  let data: string | undefined
  const say = (line: string): boolean => socket.write(`${line}\r\n`)
  socket.on('error', () => socket.destroy())
  socket.on('data', (bytes) => {
    waiting += bytes.toString('utf8')
    for (;;) {
      const end = waiting.indexOf('\r\n')
      if (end === -1) return
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      if (data !== undefined && line !== '.') data += `${line}\n`
      else if (data !== undefined) {
        letters.push({ to, text: data })
        data = undefined
        say('250 kept')
      } else answer(line)
    }
  })
  const answer = (line: string): void => {
    if (/^(EHLO|HELO|MAIL|RSET|NOOP)/i.test(line)) say('250 good')
    else if (/^RCPT/i.test(line)) {
      to = /<([^>]*)>/.exec(line)?.[1] ?? ''
      say(to.startsWith('nobody') ? '550 no such person' : '250 good')
    } else if (/^DATA/i.test(line)) {
      data = ''
      say('354 go on')
    } else if (/^QUIT/i.test(line)) socket.end('221 farewell\r\n')
    else say('502 unknown')
  }
  say('220 post office')
}

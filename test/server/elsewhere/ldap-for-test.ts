import { createServer, type Socket } from 'node:net'
import { type Ber, extent, integer, numberIn, octets, readBer, textIn, writeBer } from './ber.js'
import { type Listening, listening } from './listening.js'

export interface Entry {
  readonly dn: string
  readonly password: string
  readonly attributes: Readonly<Record<string, readonly string[]>>
}

const BIND = 0x60
const SEARCH = 0x63
/** Result codes. Source: RFC 4511, 4.1.9. */
const code = { success: 0, sizeLimitExceeded: 4, invalidCredentials: 49, insufficientAccess: 50 }

/** A directory that binds and searches as RFC 4511 says, an empty password as nobody and all; whoever is nobody finds nothing. */
export class LdapForTest {
  readonly binds: string[] = []

  private constructor(
    private readonly entries: readonly Entry[],
    private server: Listening,
  ) {}

  static async open(entries: readonly Entry[]): Promise<LdapForTest> {
    let directory: LdapForTest | undefined
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket)
      directory?.serve(socket)
    })
    const { port, close } = await listening(server)
    const end = (): Promise<void> => {
      for (const socket of sockets) socket.destroy()
      return close()
    }
    directory = new LdapForTest(entries, { port, close: end })
    return directory
  }

  get url(): string {
    return `ldap://127.0.0.1:${this.server.port}`
  }

  close = (): Promise<void> => this.server.close()

  private serve(socket: Socket): void {
    let waiting: Buffer = Buffer.alloc(0)
    let boundAs = ''
    socket.on('error', () => {})
    socket.on('data', (bytes: Buffer) => {
      waiting = Buffer.concat([waiting, bytes])
      for (let whole = extent(waiting, 0); whole !== undefined && whole.end <= waiting.length; whole = extent(waiting, 0)) {
        const [id, operation] = readBer(waiting.subarray(whole.start, whole.end))
        waiting = waiting.subarray(whole.end)
        const answer = (...parts: Buffer[]): void =>
          void socket.write(Buffer.concat(parts.map((part) => writeBer(0x30, [integer(numberIn(id)), part]))))
        if (operation?.tag === BIND) boundAs = this.bind(operation, answer)
        if (operation?.tag === SEARCH) answer(...this.search(operation, boundAs))
      }
    })
  }

  private bind(operation: Ber, answer: (part: Buffer) => void): string {
    const [, name, password] = readBer(operation.bytes)
    const dn = textIn(name)
    this.binds.push(dn)
    const right = textIn(password) === '' || this.entries.some((one) => one.dn === dn && one.password === textIn(password))
    answer(result(0x61, right ? code.success : code.invalidCredentials))
    return right && textIn(password) !== '' ? dn : ''
  }

  private search(operation: Ber, boundAs: string): Buffer[] {
    const [base, , , size, , , filter, wanted] = readBer(operation.bytes)
    if (boundAs === '' || filter === undefined) return [result(0x65, code.insufficientAccess)]
    const found = this.entries.filter((one) => one.dn.endsWith(textIn(base)) && matches(filter, one.attributes))
    const most = numberIn(size) === 0 ? found.length : numberIn(size)
    const names = readBer(wanted?.bytes ?? Buffer.alloc(0)).map((one) => textIn(one).toLowerCase())
    return [
      ...found.slice(0, most).map((one) => entryOf(one, names)),
      result(0x65, found.length > most ? code.sizeLimitExceeded : code.success),
    ]
  }
}

const result = (tag: number, value: number): Buffer => writeBer(tag, [integer(value, 0x0a), octets(''), octets('')])

function entryOf({ dn, attributes }: Entry, names: readonly string[]): Buffer {
  const told = Object.entries(attributes).filter(([name]) => names.includes(name.toLowerCase()))
  const list = told.map(([name, values]) =>
    writeBer(0x30, [
      octets(name),
      writeBer(
        0x31,
        values.map((value) => octets(value)),
      ),
    ]),
  )
  return writeBer(0x64, [octets(dn), writeBer(0x30, list)])
}

/** And, or, not, equality, presence, parts of a text. Source: RFC 4511, 4.5.1. */
function matches(filter: Ber, attributes: Entry['attributes']): boolean {
  const inner = filter.tag === 0x87 ? [] : readBer(filter.bytes)
  const valuesOf = (name: string): readonly string[] =>
    Object.entries(attributes).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1] ?? []
  if (filter.tag === 0xa0) return inner.every((one) => matches(one, attributes))
  if (filter.tag === 0xa1) return inner.some((one) => matches(one, attributes))
  if (filter.tag === 0xa2) return !inner.some((one) => matches(one, attributes))
  if (filter.tag === 0x87) return valuesOf(textIn(filter)).length > 0
  const values = valuesOf(textIn(inner[0]))
  if (filter.tag === 0xa3) return values.some((one) => one.toLowerCase() === textIn(inner[1]).toLowerCase())
  if (filter.tag === 0xa4)
    return values.some((one) => readBer(inner[1]?.bytes ?? Buffer.alloc(0)).every((part) => one.includes(textIn(part))))
  throw new Error(`no such filter: ${filter.tag}`)
}

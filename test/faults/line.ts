import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A line to a server that can be cut, or go silent without a word. */
export class Line {
  private readonly pairs = new Set<readonly [Socket, Socket]>()
  private silent = false

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async to(target: string): Promise<Line> {
    const server = createServer()
    const line = new Line(server, new URL(target))
    server.on('connection', (near) => line.join(near))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return line
  }

  /** The target's address with this line in between. */
  get url(): string {
    const changed = new URL(this.target)
    changed.hostname = '127.0.0.1'
    changed.port = String((this.server.address() as AddressInfo).port)
    return changed.href
  }

  /** Every open connection is broken; new ones are taken. */
  cut(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy()
    this.pairs.clear()
  }

  /** Nothing passes any more, and nobody is told. Lines opened before stay lost, as behind a firewall that forgot them. */
  silence(): void {
    this.silent = true
    for (const [near, far] of this.pairs) {
      near.unpipe(far).pause()
      far.unpipe(near).pause()
    }
  }

  /** New connections pass again. */
  speak(): void {
    this.silent = false
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  private join(near: Socket): void {
    near.on('error', () => {})
    if (this.silent) {
      near.pause()
      this.pairs.add([near, near])
      return
    }
    const far = connect(Number(this.target.port), this.target.hostname)
    const pair = [near, far] as const
    this.pairs.add(pair)
    for (const socket of pair) {
      socket.on('error', () => {})
      socket.once('close', () => {
        for (const one of pair) one.destroy()
        this.pairs.delete(pair)
      })
    }
    near.pipe(far).pipe(near)
  }
}

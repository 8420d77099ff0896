import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const password = '油墨未干，先看清样再付印'

/** A whole house on a folder of its own, as `npm start` runs it. */
export class LoadHouse {
  constructor(process_, port, dataDir) {
    this.process = process_
    this.port = port
    this.dataDir = dataDir
    this.out = ''
    process_.stdout.on('data', (chunk) => {
      this.out += chunk
    })
    this.ended = new Promise((resolve) => process_.once('close', resolve))
  }

  static async open() {
    const port = await freePort()
    const dataDir = mkdtempSync(join(tmpdir(), 'bianyin-load-'))
    const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, HOST: '127.0.0.1', LOG_LEVEL: 'error' }
    const child = spawn(process.execPath, [join(root, 'dist/apps/server/src/main.all.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    const house = new LoadHouse(child, port, dataDir)
    while (!/\.docx/i.test(house.out)) {
      if (child.exitCode !== null) throw new Error('the house did not start')
      await pause(200)
    }
    return house
  }

  get base() {
    return `http://127.0.0.1:${this.port}`
  }

  /** The first administrator, with a password of their own. */
  async administrator() {
    const first = /一次性口令 (\S+?)（/.exec(this.out)?.[1]
    const person = new Person(this.base)
    await person.signIn('admin', first)
    await person.ask('PUT', '/session/password', { current: first, next: password })
    return person
  }

  /** Megabytes held by each program of the house. */
  memory() {
    return Object.fromEntries(this.programs().map(({ name, pid }) => [name, Math.round(residentKb(pid) / 1024)]))
  }

  /** Megabytes and open files of each program. */
  held() {
    const facts = this.programs().map(({ name, pid }) => [
      [`${name}Mb`, Math.round(residentKb(pid) / 1024)],
      [`${name}Files`, readdirSync(`/proc/${pid}/fd`).length],
    ])
    return Object.fromEntries(facts.flat())
  }

  programs() {
    return ['api', 'worker'].flatMap((name) => {
      const pid = findProgram(this.process.pid, `main.${name}.js`)
      return pid === undefined ? [] : [{ name, pid }]
    })
  }

  async close() {
    this.process.kill('SIGTERM')
    await this.ended
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

/** Someone at a browser: cookies, page token, JSON. */
export class Person {
  cookies = new Map()
  token = ''

  constructor(base) {
    this.base = base
  }

  get headers() {
    return {
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-csrf-token': this.token,
    }
  }

  async signIn(login, secret) {
    await this.ask('GET', '/session')
    await this.ask('POST', '/session', { login, password: secret })
  }

  async ask(method, path, body, version) {
    const more = version === undefined ? {} : { 'if-match': `"${version}"` }
    const typed = body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = { method, headers: { ...this.headers, ...typed, ...more }, body: body === undefined ? undefined : JSON.stringify(body) }
    const response = await fetch(`${this.base}/api/v1${path}`, sent)
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';')
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const text = await response.text()
    const answer = text === '' ? {} : JSON.parse(text)
    if (answer.csrfToken !== undefined) this.token = answer.csrfToken
    if (!response.ok) throw Object.assign(new Error(`${method} ${path} ${response.status} ${answer.code}`), { status: response.status })
    return answer
  }

  /** A new person of this house, signed in. */
  async colleague(login) {
    const made = await this.ask('POST', '/people', { login, name: login })
    const person = new Person(this.base)
    person.id = made.person.id
    await person.signIn(login, made.oneTimePassword)
    await person.ask('PUT', '/session/password', { current: made.oneTimePassword, next: password })
    return person
  }
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const childrenOf = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
const findProgram = (pid, name) => childrenOf(pid).find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes(name))
const residentKb = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)

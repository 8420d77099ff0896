import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newToken, roles } from '#lib/editorial'
import { type Desk, openDesk } from '../server/desk/desk.js'
import { good, Visitor } from '../server/desk/visitor.js'
import { absent, knock, type Operation, operationsOf, world } from './world.js'

/** Who knocks at every door, from those with the least rights to those with the most; last a program with the token of somebody who has every role. */
const actors = ['anonymous', 'disabled', 'outsider', 'reviewer', 'releaser', 'administrator', 'house', 'editor', 'token'] as const
type Who = (typeof actors)[number]
type Line = Readonly<Record<Who, string>>

const table = join(import.meta.dirname, 'policy-matrix.csv')
/** Signing out ends the one who asks; it is asked last. */
const own = /^\/session(\/|$)/
/** Meant for readers who have no account: what was released for them, and links that were given to them. */
const forReaders = /^\/(session|read|shared)(\/|$)/

/** Asked by the servers of a provider, which have no page and no cookie; each message proves itself (test/server/elsewhere). */
const forServers = /^\/session\/(cas\/callback|oidc\/logout)$/

/** Knocks without a cookie. */
class Program extends Visitor {
  constructor(
    base: string,
    private readonly secret: string,
  ) {
    super(base)
  }

  override raw(...[method, path, sending]: Parameters<Visitor['raw']>): Promise<Response> {
    return super.raw(method, path, { ...sending, headers: { ...sending?.headers, authorization: `Bearer ${this.secret}` } })
  }
}

let desk: Desk
let operations: Operation[] = []
let named: Record<string, string>
const visitors = new Map<Who, Visitor>()
const found = new Map<string, Line>()

beforeAll(async () => {
  desk = await openDesk()
  const people = await Promise.all(
    (['editor', 'reviewer', 'releaser', 'administrator', 'outsider', 'disabled', 'nobody'] as const).map((login) => desk.person(login)),
  )
  const [editor, reviewer, releaser, administrator, outsider, disabled, nobody] = people as [(typeof people)[0], ...typeof people]
  const members = {
    editor: [editor],
    reviewer: [reviewer as never],
    releaser: [releaser as never],
    administrator: [administrator as never],
  }
  named = {
    ...(await world(editor, await desk.publication('本刊', members))),
    person: nobody?.id ?? '',
    edition: absent.replace('4000', '4001'),
  }
  await madeEdition(named)
  await desk.publication('他刊', { editor: [outsider as never] })
  const everything = await desk.person('everything')
  await desk.administrator.put(`/publications/${named.publication}/members/${everything.id}`, { roles: [...roles] })
  const made = good(await everything.post('/session/tokens', { name: '程序', scope: 'write', days: 1 }), newToken, 201)
  visitors.set('token', new Program(desk.base, made.secret))
  for (const one of people) visitors.set(one.login as Who, one)
  visitors.set('house', desk.administrator)
  visitors.set('anonymous', desk.visitor())
  await visitors.get('anonymous')?.greet()
  await desk.administrator.patch(`/people/${disabled?.id}`, { disabled: true }, { version: 2 })
  operations = operationsOf(desk)
  for (const operation of operations) found.set(nameOf(operation), await lineOf(operation))
}, 600_000)
afterAll(() => desk.close())

/** A draft as the press would have left it; its file is not there, which the door does not know. */
async function madeEdition({ edition, publication, issue }: Record<string, string>): Promise<void> {
  await desk.runtime.database.query(
    `INSERT INTO editions (id, publication, issue, name, number, purpose, state, content_hash, pages, warnings, timings, manifest)
     VALUES ($1, $2, $3, '本刊', 1, 'draft', 'made', 'x', 1, '[]', '{}', '{}')`,
    [edition, publication, issue],
  )
  await desk.runtime.database.query(`INSERT INTO edition_files (edition, format, name, sha256, bytes) VALUES ($1, 'pdf', 'a.pdf', $2, 1)`, [
    edition,
    'a'.repeat(64),
  ])
}

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`

async function lineOf(operation: Operation): Promise<Line> {
  const answers = own.test(operation.path) ? actors.map(() => '-') : await Promise.all(actors.map((who) => answerTo(who, operation)))
  return Object.fromEntries(actors.map((who, at) => [who, answers[at]])) as Line
}

/** The door's answer: shut (401, 403), not there (404, as if the thing did not exist), or in. */
async function answerTo(who: Who, operation: Operation): Promise<string> {
  const visitor = visitors.get(who) as Visitor
  const { status, code } = await knock(visitor, operation, named)
  if (status === 401 || status === 403) return String(status)
  if (status !== 404) return 'in'
  const nowhere = Object.fromEntries(Object.keys(named).map((name) => [name, absent]))
  const missing = await knock(visitor, operation, nowhere)
  return missing.status === 404 && missing.code === code ? '404' : 'in'
}

/** A door that opened, or one that shut for somebody who had the right. What is there or not there (404) is for members a matter of the example. */
function differs(who: Who, written: string, now: string): boolean {
  if (written === now) return false
  if (who === 'anonymous' || who === 'disabled' || who === 'outsider') return now === 'in'
  return (written === '403' && now === 'in') || (written === 'in' && (now === '403' || now === '401'))
}

const csvOf = (lines: ReadonlyMap<string, Line>): string =>
  ['operation', ...actors]
    .join(',')
    .concat('\n', [...lines].map(([name, line]) => `${name},${actors.map((who) => line[who]).join(',')}\n`).join(''))

it('no door is open to strangers, to people who were disabled, or to those of another publication', () => {
  const open = [...found].filter(
    ([name, line]) => !forReaders.test(name.split(' ')[1] as string) && (line.anonymous !== '401' || line.disabled !== '401'),
  )
  expect(open.map(([name]) => name)).toEqual([])
  const bound = operations.filter(({ path }) => /^\/(publications\/\{publication\}|articles|issues|editions|renders)\//.test(`${path}/`))
  const seen = bound.map(nameOf).filter((name) => found.get(name)?.outsider === 'in' && !/^GET \/editions\/?$/.test(name))
  expect(seen).toEqual([])
})

it('each answers each role as the table says', () => {
  if (process.env.UPDATE_MATRIX === '1') writeFileSync(table, csvOf(found))
  const lines = (existsSync(table) ? readFileSync(table, 'utf8') : '').trimEnd().split('\n').slice(1)
  const differing: string[] = []
  for (const text of lines) {
    const [name = '', ...answers] = text.split(',')
    const line = found.get(name)
    if (line === undefined) continue
    const changed = actors.filter((who, at) => differs(who, answers[at] ?? '', line[who]))
    if (changed.length > 0)
      differing.push(`${name}: ${changed.map((who) => `${who} ${answers[actors.indexOf(who)]} → ${line[who]}`).join(', ')}`)
  }
  const known = new Set(lines.map((text) => text.split(',')[0]))
  const without = [...found.keys()].filter((name) => !known.has(name))
  if (without.length > 0) console.log(`policy: ${without.length} operations are not in the table yet: ${without.join('; ')}`)
  expect(differing).toEqual([])
  expect(lines.length).toBeGreaterThan(50)
  if (process.env.STRICT_MATRIX === '1') expect(without).toEqual([])
})

it('what a person decides, no token decides', () => {
  const decided = [...found].filter(([, line]) => line.token === '403').map(([name]) => name)
  for (const name of [
    'PUT /articles/{article}/sign-off',
    'DELETE /articles/{article}/sign-off',
    'PUT /issues/{issue}/review/exception',
    'DELETE /issues/{issue}/review/exception',
    'PUT /issues/{issue}/review/checklist',
    'POST /issues/{issue}/review/delegations',
  ])
    expect(decided).toContain(name)
})

it('no changing request is taken without the page’s own token, from another site, or as another type', async () => {
  const editor = visitors.get('editor') as Visitor
  const changing = operations.filter(({ method, path }) => method !== 'GET' && !forServers.test(path))
  const passed: string[] = []
  for (const operation of changing) {
    for (const headers of [
      { 'x-csrf-token': '' },
      { 'x-csrf-token': visitors.get('outsider')?.token ?? '' },
      { origin: 'null' },
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[]) {
      const { status } = await knock(editor, operation, named, headers)
      if (status !== 403) passed.push(`${nameOf(operation)} ${JSON.stringify(headers)} ${status}`)
    }
    if (operation.method === 'DELETE') continue
    const { status } = await knock(editor, operation, named, { 'content-type': 'text/plain' })
    if (status !== 415) passed.push(`${nameOf(operation)} as text/plain ${status}`)
  }
  expect(passed).toEqual([])
}, 600_000)

it('every answer carries the headers that keep a browser safe, and names no server', async () => {
  const editor = visitors.get('editor') as Visitor
  const bare: string[] = []
  for (const operation of operations.filter(({ method, path }) => method === 'GET' && path !== '/events')) {
    const { headers } = await knock(editor, operation, named)
    const safe =
      headers.get('x-content-type-options') === 'nosniff' &&
      headers.get('content-security-policy')?.includes("default-src 'none'") === true &&
      /script-src[^;]*unsafe|unsafe-eval/.test(headers.get('content-security-policy') ?? '') === false &&
      /no-store|private/.test(headers.get('cache-control') ?? '') &&
      headers.get('x-powered-by') === null
    if (!safe) bare.push(`${nameOf(operation)} ${headers.get('content-security-policy')} ${headers.get('cache-control')}`)
  }
  expect(bare).toEqual([])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { articleAnswer, commentAnswer, issueAnswer, type PublicationAnswer, renderAnswer, rosterLine } from '#lib/editorial'
import { openApiOf } from '../../../apps/server/src/platform/http/openapi.js'
import { until } from '../platform/worker-for-test.js'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { good, Visitor } from './visitor.js'

interface Operation {
  readonly method: string
  /** `/issues/{issue}/moves/{move}` */
  readonly path: string
}

/** What is open to everyone because it is how one signs in; each by name, so that nothing new joins it unseen. */
const signingIn = /^\/session(\/(providers|ldap|errands\/\{provider\}|\{provider\}\/callback|cas\/callback|oidc\/logout))?$/

/** Open to everyone, or not about anything that belongs to a publication. */
const withoutObject =
  /^\/(session|people|identities|styles|publications|events|search)(\/password|\/tokens.*|\/reviews|\/\{person\}.*)?$|^\/(shared|house)\//

let desk: Desk
let insider: Colleague
let outsider: Colleague
let colleague: Colleague
let operations: Operation[] = []
let own: Record<string, string>
let theirs: Record<string, string>
const absent = '00000000-0000-4000-8000-000000000000'

beforeAll(async () => {
  desk = await openDesk()
  await desk.work()
  insider = await desk.person('insider')
  outsider = await desk.person('outsider')
  colleague = await desk.person('colleague')
  own = await world(insider, await desk.publication('本刊', { editor: [insider], reviewer: [colleague] }))
  theirs = await world(outsider, await desk.publication('他刊', { editor: [outsider] }))
  operations = readOperations()
})
afterAll(() => desk.close())

/** One of everything in a publication, by the name of the parameter that would name it. */
async function world(editor: Colleague, { id }: PublicationAnswer): Promise<Record<string, string>> {
  const made = good(await editor.post(`/publications/${id}/articles`, { content: article('稿件') }), articleAnswer, 201)
  const issue = good(await editor.post(`/publications/${id}/issues`, { year: 2024 }), issueAnswer, 201)
  const columns = [{ name: null, articles: [{ article: made.id, version: 1 }] }]
  good(await editor.put(`/issues/${issue.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
  const render = good(await editor.post(`/issues/${issue.id}/renders`, { purpose: 'draft' }), renderAnswer, 202)
  const comment = good(await editor.post(`/articles/${made.id}/comments`, { version: 1, passage: null, text: '？' }), commentAnswer, 201).id
  const entry = { kind: 'source', name: '江州教育', others: [], note: '' }
  const line = good(await editor.post(`/publications/${id}/roster`, { entry }), rosterLine, 201).id
  const wrong = { issue: issue.id, article: made.id, kind: 'mark', stage: '初审', text: ',,', correction: null }
  const error = ((await editor.post(`/publications/${id}/errors`, wrong)).body as { id: string }).id
  const pasted = await editor.post(`/publications/${id}/sources/text`, { kind: 'text', text: '通知\n\n全文。' })
  const snapshot = (pasted.body as { snapshot: { id: string } }).snapshot.id
  let done = render
  await until(async () => {
    done = good(await editor.get(`/renders/${render.id}`), renderAnswer)
    return done.state === 'done'
  }, 60_000)
  return {
    publication: id,
    article: made.id,
    issue: issue.id,
    render: render.id,
    snapshot,
    edition: done.edition ?? '',
    person: editor.id,
    comment,
    line,
    error,
  }
}

function readOperations(): Operation[] {
  const { paths } = openApiOf(desk.app) as unknown as { paths: Record<string, Record<string, unknown>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: path.replace(/^\/api\/v1/, '') })),
  )
}

const rest: Record<string, string> = { version: '1', move: 'submit', format: 'pdf', sha256: 'a'.repeat(64) }
const address = (path: string, world: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => world[name] ?? rest[name] ?? absent)

async function ask(who: Visitor, { method, path }: Operation, world: Record<string, string>): Promise<{ status: number; body: string }> {
  const body = method === 'GET' || method === 'DELETE' ? undefined : {}
  const response = await who.raw(method, address(path, world), { body, version: 1 })
  return { status: response.status, body: (await response.text()).replace(/"requestId":"[^"]*"/, '') }
}

it('knows every operation', () => expect(operations.length).toBeGreaterThan(40))

it('lets nobody in without signing in', async () => {
  const stranger = desk.visitor()
  await stranger.greet()
  const open: string[] = []
  for (const operation of operations.filter((one) => !signingIn.test(one.path) && !/^\/(shared|read)\//.test(one.path))) {
    const { status } = await ask(stranger, operation, own)
    if (status !== 401) open.push(`${operation.method} ${operation.path} ${status}`)
  }
  expect(open).toEqual([])
})

it('shows an outsider nothing of another publication: what is theirs answers like what is not there', async () => {
  const differing: string[] = []
  const nowhere = Object.fromEntries(Object.keys(own).map((name) => [name, absent]))
  for (const operation of operations.filter((one) => !withoutObject.test(one.path) && !signingIn.test(one.path))) {
    const foreign = await ask(outsider, operation, own)
    const missing = await ask(outsider, operation, nowhere)
    if (foreign.status !== 404 || foreign.body !== missing.body)
      differing.push(`${operation.method} ${operation.path} ${foreign.status} ${foreign.body}`)
  }
  expect(differing).toEqual([])
})

it('lets nobody reach a foreign thing through an own one', async () => {
  const mixed = { ...own, ...theirs, publication: own.publication ?? '' }
  for (const operation of operations.filter((one) => /\{publication\}.*\{(?!person|sha256)/.test(one.path))) {
    expect((await ask(insider, operation, mixed)).status, operation.path).toBe(404)
  }
})

it('gives a reviewer no right of an editor', async () => {
  const columns = [{ name: null, articles: [] }]
  const attempts = [
    colleague.post(`/publications/${own.publication}/articles`, { content: article('不该有') }),
    colleague.put(`/articles/${own.article}`, { content: article('不该改') }, { version: 1 }),
    colleague.delete(`/articles/${own.article}`, { version: 1 }),
    colleague.post(`/publications/${own.publication}/issues`, { year: 2024 }),
    colleague.put(`/issues/${own.issue}/arrangement`, { columns }, { version: 2 }),
    colleague.post(`/issues/${own.issue}/moves/submit`, {}),
    colleague.post(`/issues/${own.issue}/renders`, { purpose: 'release' }),
    colleague.put(`/issues/${own.issue}/review/exception`, { reason: '省事' }),
    colleague.put(`/articles/${own.article}/sign-off`, { reason: '省事' }),
    colleague.patch(`/publications/${own.publication}`, { name: '我的刊' }, { version: 1 }),
  ]
  expect((await Promise.all(attempts)).map((one) => one.status)).toEqual(Array(10).fill(403))
})

it('takes no field it was not asked for', async () => {
  const extras: object[] = [
    { id: absent },
    { publication: theirs.publication },
    { version: 7 },
    { state: 'released' },
    { approvedBy: absent },
  ]
  for (const extra of extras) {
    expect((await insider.post(`/publications/${own.publication}/issues`, { year: 2024, ...extra })).status).toBe(422)
    expect((await insider.patch(`/issues/${own.issue}`, { contact: '一', ...extra }, { version: 2 })).status).toBe(422)
    expect((await insider.put(`/articles/${own.article}`, { content: article('一'), ...extra }, { version: 1 })).status).toBe(422)
  }
})

it('changes nothing by being looked at', async () => {
  const sum = async (): Promise<string> => {
    const tables = [
      'people',
      'publications',
      'memberships',
      'articles',
      'article_versions',
      'issues',
      'issue_articles',
      'renders',
      'audit_entries',
      'snapshots',
    ]
    const rows = await Promise.all(
      tables.map((table) =>
        desk.runtime.database.query<{ sum: string }>(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${table} t`),
      ),
    )
    return rows.map(([row]) => row?.sum).join(' ')
  }
  const before = await sum()
  for (const operation of operations.filter((one) => one.method === 'GET' && one.path !== '/events')) await ask(insider, operation, own)
  expect(await sum()).toBe(before)
})

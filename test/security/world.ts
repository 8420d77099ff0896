import { articleAnswer, issueAnswer, type PublicationAnswer, renderAnswer } from '#lib/editorial'
import { openApiOf } from '../../apps/server/src/platform/http/openapi.js'
import type { Desk } from '../server/desk/desk.js'
import { article } from '../server/desk/example-articles.js'
import { good, type Visitor } from '../server/desk/visitor.js'

export interface Operation {
  readonly method: string
  /** `/issues/{issue}/moves/{move}` */
  readonly path: string
}

export const absent = '00000000-0000-4000-8000-000000000000'

/** Every route the house has, as its own description tells it. */
export function operationsOf(desk: Desk): Operation[] {
  const { paths } = openApiOf(desk.app) as unknown as { paths: Record<string, Record<string, unknown>> }
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: path.replace(/^\/api\/v1/, '') })),
    )
    .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1))
}

/** One of everything that can be named in an address, in one publication; the render waits, for nobody takes jobs. */
export async function world(editor: Visitor, { id }: PublicationAnswer): Promise<Record<string, string>> {
  const made = good(await editor.post(`/publications/${id}/articles`, { content: article('稿件') }), articleAnswer, 201)
  const issue = good(await editor.post(`/publications/${id}/issues`, { year: 2024 }), issueAnswer, 201)
  const columns = [{ name: null, articles: [{ article: made.id, version: 1 }] }]
  good(await editor.put(`/issues/${issue.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
  const render = good(await editor.post(`/issues/${issue.id}/renders`, { purpose: 'draft' }), renderAnswer, 202)
  const pasted = await editor.post(`/publications/${id}/sources/text`, { kind: 'text', text: '通知\n\n全文。' })
  const { snapshot } = pasted.body as { snapshot: { id: string } }
  return { publication: id, article: made.id, issue: issue.id, render: render.id, snapshot: snapshot.id }
}

const rest: Record<string, string> = { version: '1', move: 'submit', format: 'pdf', provider: 'cas', sha256: 'a'.repeat(64) }

export const address = (path: string, named: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? rest[name] ?? absent)

/** An empty request on a version nobody has: the door opens or not, and behind it nothing changes. */
export async function knock(
  who: Visitor,
  { method, path }: Operation,
  named: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<{ status: number; code: string; headers: Headers }> {
  const body = method === 'GET' || method === 'DELETE' ? undefined : {}
  const response = await who.raw(method, address(path, named), { body, version: 9999, headers })
  const streams = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  const text = streams ? '' : await response.text()
  if (streams) await response.body?.cancel()
  const problem = response.headers.get('content-type')?.startsWith('application/problem+json') === true
  return { status: response.status, code: problem ? (JSON.parse(text) as { code: string }).code : '', headers: response.headers }
}

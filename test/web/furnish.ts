import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { goodPassword } from './seat.js'
import type { WebDesk } from './web-desk.js'

/** A publication with two editors, four articles and an issue of three of them, made over HTTP. */
export interface Furnished {
  readonly publication: string
  readonly issue: string
  /** An article in no issue. */
  readonly article: string
  /** The titles in the issue. */
  readonly titles: readonly string[]
  /** Names that are Chinese in any language. */
  readonly chinese: readonly string[]
}

/** One signed-in person over HTTP. */
class Caller {
  private readonly cookies = new Map<string, string>()
  private token = ''

  constructor(private readonly address: string) {}

  async ask<Answer>(method: string, path: string, body?: unknown, version?: number): Promise<Answer> {
    const form = body instanceof FormData
    const response = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(this.token === '' ? {} : { 'x-csrf-token': this.token }),
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.cookies.set(name, value)
    }
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    const answer = (text === '' ? null : JSON.parse(text)) as { csrfToken?: string }
    if (answer?.csrfToken !== undefined) this.token = answer.csrfToken
    return answer as Answer
  }

  async enter(login: string, oneTime: string): Promise<this> {
    await this.ask('GET', '/session')
    await this.ask('POST', '/session', { login, password: oneTime })
    await this.ask('PUT', '/session/password', { current: oneTime, next: goodPassword })
    return this
  }
}

interface Named {
  readonly id: string
}
interface Versioned extends Named {
  readonly version: number
}

const samples = join(import.meta.dirname, '../../templates/planning-and-decision/sample')
const columns = ['政策文件', '院校资讯']
const editors = [
  ['shenyanqiu', '沈砚秋'],
  ['wenqinghe', '闻清和'],
] as const

const notice = `关于做好校园网络安全工作的通知
来源：江州教育
2025-03-18

一、总体要求

各单位要高度重视网络安全。

各单位要建立台账。

各单位要定期检查。`

/** Half-width commas: what one click mends for certain. */
const careless = `关于加强实验室安全管理的通知
来源：江州教育 2025-03-20

各实验室要落实责任,不留死角。

各实验室要逐项登记,按月自查。`

export async function furnish(desk: WebDesk): Promise<Furnished> {
  const administrator = await new Caller(desk.address).enter('admin', await desk.firstPassword())
  const publication = await administrator.ask<Named>('POST', '/publications', {
    name: '江州规划参考',
    publisher: '江州大学发展规划处',
    style: 'planning-and-decision',
    columns,
  })
  const callers: Caller[] = []
  for (const [login, name] of editors) {
    const made = await administrator.ask<{ person: Named; oneTimePassword: string }>('POST', '/people', { login, name })
    await administrator.ask('PUT', `/publications/${publication.id}/members/${made.person.id}`, { roles: ['editor', 'administrator'] })
    callers.push(await new Caller(desk.address).enter(login, made.oneTimePassword))
  }
  const editor = callers[0] as Caller
  const sources = `/publications/${publication.id}/sources`
  const pasted = await editor.ask<{ articles: Versioned[] }>('POST', `${sources}/text`, { kind: 'text', text: notice })
  const placed: { article: string; version: number; title: string }[] = []
  for (const name of ['organised-research.md', 'planning-from-paper-to-practice.md', 'technology-transfer-table.md']) {
    const form = new FormData()
    form.set('file', new File([readFileSync(join(samples, name))], basename(name), { type: 'text/markdown' }))
    const { articles } = await editor.ask<{ articles: (Versioned & { content: { title: string } })[] }>('POST', `${sources}/file`, form)
    for (const { id, version, content } of articles) placed.push({ article: id, version, title: content.title })
  }
  const mended = await editor.ask<{ articles: (Versioned & { content: { title: string } })[] }>('POST', `${sources}/text`, {
    kind: 'text',
    text: careless,
  })
  for (const { id, version, content } of mended.articles) placed.push({ article: id, version, title: content.title })
  const issue = await editor.ask<Versioned>('POST', `/publications/${publication.id}/issues`, { year: 2025 })
  const order = {
    columns: columns.map((name, at) => ({ name, articles: at === 0 ? placed.map(({ article, version }) => ({ article, version })) : [] })),
  }
  await editor.ask('PUT', `/issues/${issue.id}/arrangement`, order, issue.version)
  return {
    publication: publication.id,
    issue: issue.id,
    article: pasted.articles[0]?.id ?? '',
    titles: placed.map(({ title }) => title),
    chinese: [
      '江州规划参考',
      '江州大学发展规划处',
      '规划与决策',
      '初审',
      '复审',
      '终审',
      '年第',
      '期',
      '总第',
      '系统管理员',
      ...columns,
      ...editors.map(([, name]) => name),
    ],
  }
}

import { expect } from 'vitest'
import type { z } from 'zod'

export interface Answer<Body = unknown> {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}

interface Sending {
  readonly body?: unknown
  readonly form?: FormData
  readonly version?: number
  readonly headers?: Record<string, string>
}

export interface Problem {
  readonly code: string
  readonly detail: string
  readonly errors: readonly { pointer: string; code: string }[]
}

/** A browser at the desk: keeps its cookies, shows its token, speaks JSON. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  token: string | undefined

  constructor(readonly base: string) {}

  get = (path: string, sending: Sending = {}): Promise<Answer> => this.send('GET', path, sending)
  post = (path: string, body?: unknown, sending: Sending = {}): Promise<Answer> => this.send('POST', path, { ...sending, body })
  put = (path: string, body: unknown, sending: Sending = {}): Promise<Answer> => this.send('PUT', path, { ...sending, body })
  patch = (path: string, body: unknown, sending: Sending = {}): Promise<Answer> => this.send('PATCH', path, { ...sending, body })
  delete = (path: string, sending: Sending = {}): Promise<Answer> => this.send('DELETE', path, sending)

  async upload(path: string, name: string, bytes: Uint8Array | string): Promise<Answer> {
    const form = new FormData()
    form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name)
    return this.send('POST', path, { form })
  }

  async signIn(login: string, password: string): Promise<Answer> {
    await this.greet()
    const answer = await this.post('/session', { login, password })
    this.learn(answer)
    return answer
  }

  async choosePassword(current: string, next: string): Promise<Answer> {
    const answer = await this.put('/session/password', { current, next })
    this.learn(answer)
    return answer
  }

  /** Asks who is signed in, which also brings the token. */
  async greet(): Promise<Answer> {
    const answer = await this.get('/session')
    this.learn(answer)
    return answer
  }

  async raw(method: string, path: string, { body, form, version, headers }: Sending = {}): Promise<Response> {
    const response = await fetch(`${this.base}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookies.size > 0 ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(this.token === undefined ? {} : { 'x-csrf-token': this.token }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: form ?? (body === undefined ? null : JSON.stringify(body)),
    })
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie)
    return response
  }

  private async send(method: string, path: string, sending: Sending): Promise<Answer> {
    const response = await this.raw(method, path, sending)
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
  }

  private keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    const value = pair.slice(at + 1)
    if (value === '' || /expires=thu, 01 jan 1970/i.test(cookie)) this.cookies.delete(pair.slice(0, at))
    else this.cookies.set(pair.slice(0, at), value)
  }

  private learn(answer: Answer): void {
    const { csrfToken } = (answer.body ?? {}) as { csrfToken?: string }
    if (csrfToken !== undefined) this.token = csrfToken
  }
}

/** The body of a good answer, checked against its closed shape: nothing may be missing and nothing may leak. */
export function good<Shape extends z.ZodType>(answer: Answer, shape: Shape, status = 200): z.infer<Shape> {
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
  return shape.parse(answer.body)
}

/** The code of a refusal, with its status before it: `409 issue/number-taken`. */
export function refused(answer: Answer): string {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  return `${answer.status} ${(answer.body as Problem).code}`
}

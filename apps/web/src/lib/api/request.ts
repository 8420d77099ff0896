import { currentLanguage } from '../language-choice.js'
import { Problem, problemOf, UNREACHABLE } from './problem.js'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Asked {
  readonly body?: unknown
  /** A multipart body: uploaded files. */
  readonly form?: FormData
  readonly query?: Readonly<Record<string, string | number | undefined>>
  /** The version a write is based on; it goes out as If-Match. */
  readonly version?: number
  /** Makes a repeated request harmless: the same key is answered once. */
  readonly once?: string
  readonly signal?: AbortSignal
}

const BASE = '/api/v1'

let csrfToken: string | null = null

/** The session answers carry the token that every change must show. */
export const keepCsrfToken = (token: string): void => {
  csrfToken = token
}

/** Called when the server no longer knows who we are, so that the desk can ask for sign-in. */
let onSignedOut: () => void = () => undefined
export const whenSignedOut = (listener: () => void): void => {
  onSignedOut = listener
}

/** Asks the server one thing. Answers the body; throws a Problem for every no, and one of `UNREACHABLE` when there was no answer. */
export async function request<Value>(method: Method, path: string, asked: Asked = {}): Promise<Value> {
  if (method !== 'GET' && csrfToken === null) await refreshCsrfToken()
  const first = await attempt<Value>(method, path, asked)
  if (first.problem === undefined) return first.value
  const outdated = first.problem.code === 'http/csrf' && method !== 'GET'
  if (outdated) await refreshCsrfToken()
  const last = outdated ? await attempt<Value>(method, path, asked) : first
  if (last.problem === undefined) return last.value
  if (last.problem.status === 401 && path !== '/session') onSignedOut()
  throw last.problem
}

type Attempt<Value> = { readonly problem: Problem } | { readonly problem: undefined; readonly value: Value }

async function attempt<Value>(method: Method, path: string, asked: Asked): Promise<Attempt<Value>> {
  const response = await send(method, path, asked)
  if (!response.ok) return { problem: await problemOf(response) }
  return { problem: undefined, value: (response.status === 204 ? undefined : await response.json()) as Value }
}

/** A token of an ended session is replaced once; a second refusal is told. */
async function refreshCsrfToken(): Promise<void> {
  const response = await send('GET', '/session', {})
  if (!response.ok) throw await problemOf(response)
  keepCsrfToken(((await response.json()) as { csrfToken: string }).csrfToken)
}

async function send(method: Method, path: string, asked: Asked): Promise<Response> {
  try {
    return await fetch(`${BASE}${path}${queryText(asked.query)}`, {
      method,
      headers: headersOf(method, asked),
      credentials: 'same-origin',
      cache: 'no-store',
      ...(asked.form === undefined ? {} : { body: asked.form }),
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      ...(asked.signal === undefined ? {} : { signal: asked.signal }),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem(0, UNREACHABLE, '')
  }
}

function headersOf(method: Method, asked: Asked): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en' })
  if (asked.body !== undefined) headers.set('Content-Type', 'application/json')
  if (asked.version !== undefined) headers.set('If-Match', `"${asked.version}"`)
  if (asked.once !== undefined) headers.set('Idempotency-Key', asked.once)
  if (method !== 'GET' && csrfToken !== null) headers.set('X-CSRF-Token', csrfToken)
  return headers
}

function queryText(query: Asked['query']): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

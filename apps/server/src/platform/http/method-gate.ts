import type { RequestHandler } from 'express'
import { EdgeRefusal } from '../errors/edge-refusal.js'
import type { Route } from './route-table.js'

interface Known {
  readonly form: RegExp
  readonly methods: Set<string>
}

/** An address that exists answers a wrong method with 405 and the right ones, OPTIONS with 204; one that does not goes on to its 404. */
export function methodGate(routes: readonly Route[], prefix: string): RequestHandler {
  const known = gather(routes)
  return (request, response, next) => {
    if (!request.path.startsWith(prefix)) return next()
    const methods = new Set(known.filter((one) => one.form.test(request.path)).flatMap((one) => [...one.methods]))
    if (methods.size === 0 || methods.has(request.method)) return next()
    const allow = [...methods, 'OPTIONS'].sort().join(', ')
    if (request.method !== 'OPTIONS') return next(new EdgeRefusal(405, 'http/method-not-allowed', {}, { headers: { Allow: allow } }))
    response.setHeader('Allow', allow)
    response.status(204).end()
  }
}

function gather(routes: readonly Route[]): readonly Known[] {
  const byPath = new Map<string, Known>()
  for (const { path, method } of routes) {
    const known = byPath.get(path) ?? { form: formOf(path), methods: new Set<string>() }
    byPath.set(path, known)
    known.methods.add(method)
    if (method === 'GET') known.methods.add('HEAD')
  }
  return [...byPath.values()]
}

/** `/issues/:id` as a pattern; a wildcard takes the rest. */
const formOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.startsWith('*') ? '.+' : part.replace(/[^\w-]/g, '\\$&')))
      .join('/')}/?$`,
  )

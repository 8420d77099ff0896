import type { RequestHandler } from 'express'
import { elapsedMs } from '../clock.js'
import { currentContext } from '../log/request-context.js'
import type { Traces } from './traces.js'

/** A span for every request, under its route's pattern: no address, no query, nothing a person typed. */
export function traced(traces: Traces): RequestHandler {
  return (request, response, next) => {
    if (!traces.on) return next()
    const [start, requestId] = [elapsedMs(), currentContext()?.requestId]
    response.once('finish', () => {
      const path = (request.route as { path?: unknown } | undefined)?.path
      const route = typeof path === 'string' ? path : 'none'
      const attributes = { 'http.request.method': request.method, 'http.route': route, 'http.response.status_code': response.statusCode }
      traces.add(
        { name: `${request.method} ${route}`, kind: 'server', attributes, failed: response.statusCode >= 500 },
        elapsedMs() - start,
        requestId,
      )
    })
    next()
  }
}

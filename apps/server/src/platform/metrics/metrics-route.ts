import type { Request, RequestHandler } from 'express'
import { elapsedMs } from '../clock.js'
import type { Metrics } from './metrics.js'

/** The figures are told to this machine only; a proxy that passes others on is not this machine. */
export function metricsRoute(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    if (request.path !== '/metrics') return next()
    if (!isLoopback(request)) {
      response.status(404).end()
      return
    }
    metrics.registry.metrics().then((text) => {
      response.type(metrics.registry.contentType).send(text)
    }, next)
  }
}

const isLoopback = (request: Request): boolean =>
  /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '') &&
  request.headers['x-forwarded-for'] === undefined &&
  request.headers.forwarded === undefined

/** Measures every request under its route's pattern, so that no reader can invent new series. */
export function measured(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const start = elapsedMs()
    response.once('finish', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path
      metrics.requests.observe(
        { method: known(request.method), route: typeof route === 'string' ? route : 'none', status: response.statusCode },
        (elapsedMs() - start) / 1000,
      )
    })
    next()
  }
}

const known = (method: string): string => (['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other')

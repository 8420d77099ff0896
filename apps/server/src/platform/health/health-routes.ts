import type { RequestHandler, Response } from 'express'
import type { ReadyAnswer } from './readiness.js'

export interface HealthParts {
  /** Whether this program itself is well; never asks anyone else. */
  readonly live: () => boolean
  readonly ready: () => Promise<ReadyAnswer>
}

/** For load balancers and supervisors: no sign-in, nothing secret. */
export function healthRoutes({ live, ready }: HealthParts): RequestHandler {
  return (request, response, next) => {
    if (request.path === '/health/live') return answer(response, live(), {})
    if (request.path !== '/health/ready') return next()
    ready()
      .then(({ ready: is, checks }) => answer(response, is, { checks }))
      .catch(() => answer(response, false, {}))
  }
}

function answer(response: Response, well: boolean, more: object): void {
  if (!well) response.setHeader('Retry-After', '5')
  response.setHeader('Cache-Control', 'no-store')
  response.status(well ? 200 : 503).json({ status: well ? 'ok' : 'failing', ...more })
}

import { randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { languageOf } from '../errors/problem.js'
import { withContext } from '../log/request-context.js'

/** Every request has an id of our own making, told in the answer and carried into the log, the jobs and the audit. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const id = randomUUID()
  response.setHeader('X-Request-Id', id)
  withContext({ requestId: id, language: languageOf(request.headers['accept-language']) }, next)
}

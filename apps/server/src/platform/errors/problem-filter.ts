import { randomBytes } from 'node:crypto'
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common'
import type { Request, Response } from 'express'
import { LOG, type Log } from '../log/log.js'
import { currentContext } from '../log/request-context.js'
import { answerOf } from './answer-of.js'
import { languageOf } from './problem.js'

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    sendProblem(error, http.getRequest<Request>(), http.getResponse<Response>(), this.log)
  }
}

/** Writes the problem; an answer already begun is cut off instead, so that half of it cannot pass for the whole. */
export function sendProblem(error: unknown, request: Request, response: Response, log: Log): void {
  const asked = {
    requestId: currentContext()?.requestId ?? '-',
    language: languageOf(request.headers['accept-language']),
    number: faultNumber,
  }
  const answer = answerOf(error, asked)
  if (answer.faultNumber !== undefined)
    log.error({ err: error, number: answer.faultNumber, method: request.method, url: request.originalUrl }, 'a request met a fault')
  if (response.headersSent) {
    response.destroy()
    return
  }
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value)
  response.removeHeader('ETag')
  response.setHeader('Cache-Control', 'no-store')
  response.status(answer.problem.status).type('application/problem+json').send(JSON.stringify(answer.problem))
}

const faultNumber = (): string => randomBytes(2).toString('hex').toUpperCase()

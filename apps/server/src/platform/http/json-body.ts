import type { NextFunction, Request, RequestHandler } from 'express'
import { EdgeRefusal } from '../errors/edge-refusal.js'
import { readJson } from './json-text.js'

export interface BodyLimits {
  /** Paths whose bodies hold whole articles. */
  readonly large: readonly RegExp[]
  /** Paths to which the servers of a provider send forms. */
  readonly forms?: ReadonlySet<string>
}

/** House: 2 MiB holds any form; a whole article with its tables may take 8 MiB. */
const usual = { bytes: 2 * 1024 * 1024, members: 10_000 }
/** House: a signed logout message is two kilobytes. */
const formBytes = 64 * 1024
const large = { bytes: 8 * 1024 * 1024, members: 400_000 }

/** Reads JSON bodies strictly (UTF-8, well-formed, bounded); uploads pass through to their own reader; anything else is 415. */
export function jsonBody(limits: BodyLimits): RequestHandler {
  return (request, _response, pass) => {
    if (!hasBody(request)) return pass()
    const type = request.headers['content-type']
    if (limits.forms?.has(request.path) === true) return readForm(request, type, pass)
    if (type?.toLowerCase().startsWith('multipart/form-data') === true) return pass()
    if (!isJson(type) || request.headers['content-encoding'] !== undefined) return pass(new EdgeRefusal(415, 'http/unsupported-media-type'))
    const limit = limits.large.some((path) => path.test(request.path)) ? large : usual
    readBytes(request, limit.bytes)
      .then((bytes) => {
        request.body = readJson(bytes, limit.members)
      })
      .then(pass, pass)
  }
}

/** A form of plain texts; of two with one name the first counts. */
function readForm(request: Request, type: string | undefined, pass: NextFunction): void {
  if (type?.toLowerCase().startsWith('application/x-www-form-urlencoded') !== true) {
    pass(new EdgeRefusal(415, 'http/unsupported-media-type'))
    return
  }
  readBytes(request, formBytes)
    .then((bytes) => {
      const fields = [...new URLSearchParams(bytes.toString('utf8'))].reverse()
      request.body = Object.fromEntries(fields)
    })
    .then(pass, pass)
}

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined ||
  Number(request.headers['content-length'] ?? 0) > 0 ||
  request.headers['content-type'] !== undefined

/** `application/json`, alone or with charset=utf-8. */
const isJson = (type: string | undefined): boolean =>
  /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i.test(type ?? '')

async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const tooLarge = new EdgeRefusal(413, 'http/payload-too-large', { limit }, { headers: { Connection: 'close' } })
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > limit) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

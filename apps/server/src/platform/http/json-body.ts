import type { Request, RequestHandler } from 'express'
import { EdgeRefusal } from '../errors/edge-refusal.js'
import { readJson } from './json-text.js'

export interface BodyLimits {
  /** Paths whose bodies hold whole articles. */
  readonly large: readonly RegExp[]
}

/** House: 2 MiB holds any form; a whole article with its tables may take 8 MiB. */
const usual = { bytes: 2 * 1024 * 1024, members: 10_000 }
const large = { bytes: 8 * 1024 * 1024, members: 400_000 }

/** Reads JSON bodies strictly (UTF-8, well-formed, bounded); uploads pass through to their own reader; anything else is 415. */
export function jsonBody(limits: BodyLimits): RequestHandler {
  return (request, _response, pass) => {
    if (!hasBody(request)) return pass()
    const type = request.headers['content-type']
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

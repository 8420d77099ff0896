import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { EdgeRefusal } from '../errors/edge-refusal.js'
import type { FileStore } from '../files/file-store.js'
import { contentDisposition } from './content-disposition.js'
import { fileHeaders } from './security-headers.js'

export interface SentFile {
  readonly sha256: string
  readonly mediaType: string
  /** The name the reader sees, Chinese and all. */
  readonly name: string
  /** For programs that cannot read it. */
  readonly asciiName: string
  readonly kind?: 'attachment' | 'inline'
}

/** Sends a stored file: whole or a range, with its hash, checked from end to end before the first byte goes out. */
export async function sendFile(files: FileStore, file: SentFile, request: Request, response: Response): Promise<void> {
  const { bytes } = await files.check(file.sha256)
  response.set({
    ...fileHeaders,
    'Content-Type': file.mediaType,
    'Content-Disposition': contentDisposition(file.name, file.asciiName, file.kind),
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: `"${file.sha256}"`,
    Digest: `sha-256=${Buffer.from(file.sha256, 'hex').toString('base64')}`,
    'X-Content-SHA256': file.sha256,
  })
  if (request.fresh) {
    response.status(304).end()
    return
  }
  const range = rangeOf(request, bytes)
  if (range !== undefined) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`)
  response.set('Content-Length', String(range === undefined ? bytes : range.end - range.start + 1))
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  await pipeline(files.open(file.sha256, range), response).catch(ignoreGone)
}

/** One range or none; several are answered with the whole file, an impossible one with 416. */
function rangeOf(request: Request, bytes: number): { start: number; end: number } | undefined {
  const asked = request.range(bytes, { combine: true })
  if (asked === undefined || asked === -2) return undefined
  if (asked === -1) throw new EdgeRefusal(416, 'http/range', {}, { headers: { 'Content-Range': `bytes */${bytes}` } })
  const [first] = asked
  return asked.type === 'bytes' && asked.length === 1 && first !== undefined ? { start: first.start, end: first.end } : undefined
}

/** A reader who closes the window is no fault. */
function ignoreGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error
}

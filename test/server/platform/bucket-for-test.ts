import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Stored {
  readonly bytes: Buffer
  changedAt: Date
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** A small store that speaks S3 as real ones do: it checks every signature and the hash of every body, lists in pages, and knows its errors. */
export class TestBucket {
  readonly objects = new Map<string, Stored>()
  readonly asked: string[] = []
  /** Answers so many requests with 503 before it works again. */
  failing = 0
  private readonly secret = 'only/for+tests=0123456789abcdef'

  private constructor(private readonly server: Server) {}

  static async open(): Promise<TestBucket> {
    const server = createServer()
    const bucket = new TestBucket(server)
    server.on('request', (request, response) => {
      bucket.answer(request, response).catch(() => response.destroy())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return bucket
  }

  /** As FILES_URL wants it. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo
    return `s3://TESTKEY:${encodeURIComponent(this.secret)}@127.0.0.1:${port}/bulletins/desk?tls=off&region=local`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const url = new URL(request.url ?? '/', 'http://bucket')
    this.asked.push(`${request.method} ${url.pathname}`)
    if (this.failing > 0) {
      this.failing -= 1
      return refuse(response, 503, 'SlowDown')
    }
    if (!this.signed(request, url)) return refuse(response, 403, 'SignatureDoesNotMatch')
    if (request.headers['x-amz-content-sha256'] !== sha256(body)) return refuse(response, 400, 'XAmzContentSHA256Mismatch')
    const [, bucket, ...rest] = url.pathname.split('/')
    if (bucket !== 'bulletins') return refuse(response, 404, 'NoSuchBucket')
    if (rest.length === 0 && url.searchParams.get('list-type') === '2') return this.list(url, response)
    this.one(request.method ?? '', rest.join('/'), body, response)
  }

  private one(method: string, key: string, body: Buffer, response: ServerResponse): void {
    const found = this.objects.get(key)
    if (method === 'PUT') {
      this.objects.set(key, { bytes: body, changedAt: new Date() })
      response.end()
    } else if (method === 'DELETE') {
      this.objects.delete(key)
      response.writeHead(204).end()
    } else if (found === undefined) refuse(response, 404, 'NoSuchKey')
    else response.writeHead(200, { 'content-length': found.bytes.length }).end(method === 'HEAD' ? undefined : found.bytes)
  }

  /** Two keys a page, so that pages are really turned. */
  private list(url: URL, response: ServerResponse): void {
    const prefix = url.searchParams.get('prefix') ?? ''
    const after = url.searchParams.get('continuation-token') ?? ''
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
    const page = keys.slice(0, 2)
    const inside = page.map((key) => {
      const at = (this.objects.get(key) as Stored).changedAt.toISOString()
      return `<Contents><Key>${key}</Key><LastModified>${at}</LastModified></Contents>`
    })
    const next = keys.length > 2 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
    response.end(`<?xml version="1.0"?><ListBucketResult>${inside.join('')}${next}</ListBucketResult>`)
  }

  /** Reckons the signature from what really arrived. */
  private signed(request: IncomingMessage, url: URL): boolean {
    const match =
      /^AWS4-HMAC-SHA256 Credential=TESTKEY\/(\d{8})\/local\/s3\/aws4_request,SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})$/.exec(
        request.headers.authorization ?? '',
      )
    const moment = String(request.headers['x-amz-date'])
    if (match === null || !moment.startsWith(match[1] as string)) return false
    const names = (match[2] as string).split(';')
    if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => names.includes(name))) return false
    const query = url.search
      .slice(1)
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.replaceAll('+', '%20'))
      .sort()
      .join('&')
    const headers = names.map((name) => `${name}:${String(request.headers[name])}\n`).join('')
    const asked = [request.method, url.pathname, query, headers, names.join(';'), request.headers['x-amz-content-sha256']].join('\n')
    const text = ['AWS4-HMAC-SHA256', moment, `${match[1]}/local/s3/aws4_request`, sha256(asked)].join('\n')
    const key = [match[1] as string, 'local', 's3', 'aws4_request'].reduce<Buffer | string>(
      (one, word) => hmac(one, word),
      `AWS4${this.secret}`,
    )
    return hmac(key, text).toString('hex') === match[3]
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
}

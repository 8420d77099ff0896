import { createHash } from 'node:crypto'
import { now, sleep } from '../../clock.js'
import type { BucketConfig } from '../../config/config.js'
import { emptySha256, signRequest } from './sign-request.js'

export interface BucketObject {
  readonly key: string
  readonly changedAt: Date
}

/** House: a store in the same network answers within moments; three tries bridge its restart. */
const patienceMs = 60_000
const pausesMs = [200, 1000]

interface Asking {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer>
}

/** Speaks to an S3-compatible store about one bucket (path style, signature version 4). */
export class BucketClient {
  constructor(private readonly config: BucketConfig) {}

  /** Stores an object; the store itself compares what it received with the hash that was signed. */
  async put(key: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.ask({ method: 'PUT', key, body }, [200])
  }

  /** Undefined: there is none. */
  async get(key: string): Promise<Buffer | undefined> {
    const answer = await this.ask({ method: 'GET', key }, [200, 404])
    return answer.status === 404 ? undefined : answer.body
  }

  async has(key: string): Promise<boolean> {
    return (await this.ask({ method: 'HEAD', key }, [200, 404])).status === 200
  }

  async remove(key: string): Promise<void> {
    await this.ask({ method: 'DELETE', key }, [200, 204, 404])
  }

  /** Every object below the prefix, in the order of its key. */
  async *list(): AsyncIterable<BucketObject> {
    const { prefix } = this.config
    for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
      const query = {
        'list-type': '2',
        ...(prefix === '' ? {} : { prefix }),
        ...(next === undefined ? {} : { 'continuation-token': next }),
      }
      const text = (await this.ask({ method: 'GET', query }, [200])).body.toString('utf8')
      for (const [, inside = ''] of text.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
        const changedAt = new Date(tag(inside, 'LastModified') ?? '')
        yield { key: (tag(inside, 'Key') ?? '').slice(prefix.length), changedAt }
      }
      next = tag(text, 'NextContinuationToken')
    }
  }

  private async ask(asking: Asking, good: readonly number[]): Promise<{ status: number; body: Buffer }> {
    for (let tries = 0; ; tries += 1) {
      const answer = await this.once(asking).catch((error: unknown) => {
        if (pausesMs[tries] === undefined) throw error
        return undefined
      })
      if (answer !== undefined && good.includes(answer.status)) return answer
      if (answer !== undefined && (answer.status < 500 || pausesMs[tries] === undefined)) throw refusal(asking, answer)
      await sleep(pausesMs[tries] ?? 0)
    }
  }

  private async once({ method, key, query, body }: Asking): Promise<{ status: number; body: Buffer }> {
    const url = new URL(this.config.endpoint)
    url.pathname = key === undefined ? `/${this.config.bucket}` : `/${this.config.bucket}/${this.config.prefix}${key}`
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
    const bodySha256 = body === undefined ? emptySha256 : createHash('sha256').update(body).digest('hex')
    const headers = signRequest({ method, url, headers: {}, bodySha256 }, this.config, now())
    const answer = await fetch(url, { method, headers, body: body ?? null, signal: AbortSignal.timeout(patienceMs), redirect: 'error' })
    return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) }
  }
}

/** A store that is full says so with 507, and it is told like a full disk. */
function refusal({ method }: Asking, { status, body }: { status: number; body: Buffer }): Error {
  const error = new Error(`the bucket answered ${method} with ${status} ${tag(body.toString('utf8'), 'Code') ?? ''}`)
  return status === 507 ? Object.assign(error, { code: 'ENOSPC' }) : error
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

const tag = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replace(/&(amp|lt|gt|quot|apos);/g, (entity) => entities[entity] ?? entity)

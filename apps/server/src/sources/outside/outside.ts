import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { Agent, fetch, type Response } from 'undici'
import { invalid } from '#lib/editorial'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { houseVersion } from '../../platform/project-root.js'
import { checkedLookup } from './checked-lookup.js'
import { fetchFailure } from './fetch-failure.js'
import { type FetchKindName, fetchKinds } from './fetch-kinds.js'
import { refusedAddress, type Target, targetOf } from './target.js'

export interface Fetched {
  readonly status: number
  /** Where the bytes came from in the end. */
  readonly url: string
  readonly bytes: Uint8Array
  /** Without its parameters, in lower case. */
  readonly mediaType: string
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined
  readonly etag?: string | null
  readonly lastModified?: string | null
}

/** Source: trust.md S8. */
const LIMITS = { connectMs: 5000, totalMs: 20_000, redirects: 3 }

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * The only way out to machines we do not know. Every hop is judged anew, the address that was judged is the one connected to,
 * time and unpacked size are bounded, and no proxy of the environment is used.
 */
@Injectable()
export class Outside implements OnApplicationShutdown {
  private readonly guarded = new Agent({ connect: { timeout: LIMITS.connectMs, lookup: checkedLookup() }, keepAliveTimeout: 1000 })
  private readonly opened = new Agent({ connect: { timeout: LIMITS.connectMs }, keepAliveTimeout: 1000 })

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Refuses an address that would not be asked, before anything is looked up. */
  check(address: string): void {
    if (!this.config.outside.open) throw invalid('fetch/off')
    targetOf(address, this.config.outside)
  }

  /** Refuses, with what to do instead: what may not be asked, is not there in time, too large, or of another kind. 304 comes with no bytes. */
  async get(address: string, kind: FetchKindName, options: FetchOptions = {}): Promise<Fetched> {
    this.check(address)
    const inTime = AbortSignal.timeout(fetchKinds[kind].totalMs)
    const signal = options.signal === undefined ? inTime : AbortSignal.any([inTime, options.signal])
    try {
      const { response, url } = await this.follow(address, headersFor(kind, options), signal)
      return await readResponse(response, url, kind)
    } catch (error) {
      if (options.signal?.aborted === true) throw options.signal.reason
      throw fetchFailure(error, inTime.aborted)
    }
  }

  /** Sends a body to an address and answers the status; no redirect is followed. */
  async post(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
    this.check(address)
    const inTime = AbortSignal.timeout(LIMITS.totalMs)
    try {
      const response = await this.send(targetOf(address, this.config.outside), { method: 'POST', body, headers, signal: inTime })
      await response.body?.cancel()
      return response.status
    } catch (error) {
      throw fetchFailure(error, inTime.aborted)
    }
  }

  /**
   * Asks a machine the administrator named, and no address that came from anywhere else: it may stand in the unit's own network, and is asked
   * also where the house does not go online. No redirect is followed; time and size are bounded.
   */
  async ask(given: URL, body: string, how: { headers: Readonly<Record<string, string>>; signal: AbortSignal; ms: number; bytes: number }) {
    const inTime = AbortSignal.timeout(how.ms)
    const signal = AbortSignal.any([inTime, how.signal])
    try {
      const response = await this.send({ url: given, opened: true }, { method: 'POST', body, headers: how.headers, signal })
      if (response.ok) return await readBounded(response, how.bytes)
      await response.body?.cancel()
      throw invalid('fetch/status', { status: response.status })
    } catch (error) {
      if (how.signal.aborted) throw how.signal.reason
      throw fetchFailure(error, inTime.aborted)
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.guarded.destroy(), this.opened.destroy()])
  }

  private async follow(address: string, headers: Record<string, string>, signal: AbortSignal): Promise<{ response: Response; url: URL }> {
    let target = targetOf(address, this.config.outside)
    for (let hop = 0; hop <= LIMITS.redirects; hop += 1) {
      const response = await this.send(target, { method: 'GET', headers, signal })
      const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null
      if (location === null) return { response, url: target.url }
      await response.body?.cancel()
      if (!URL.canParse(location, target.url.href)) throw refusedAddress()
      target = targetOf(new URL(location, target.url).href, this.config.outside)
    }
    throw invalid('fetch/too-many-redirects')
  }

  private send(
    { url, opened }: Target,
    how: { method: string; headers: Readonly<Record<string, string>>; signal: AbortSignal; body?: string },
  ): Promise<Response> {
    return fetch(url, { ...how, headers: { ...how.headers }, redirect: 'manual', dispatcher: opened ? this.opened : this.guarded })
  }
}

function headersFor(kind: FetchKindName, { etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    accept: fetchKinds[kind].accept,
    'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
    'user-agent': `Mozilla/5.0 (compatible; Bianyin/${houseVersion()})`,
    ...(etag == null ? {} : { 'if-none-match': etag }),
    ...(lastModified == null ? {} : { 'if-modified-since': lastModified }),
  }
}

async function readResponse(response: Response, url: URL, kind: FetchKindName): Promise<Fetched> {
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const about = {
    status: response.status,
    url: url.href,
    mediaType,
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
  }
  if (response.status === 304) return { ...about, bytes: new Uint8Array() }
  const refused =
    refusedStatus(response.status) ?? (fetchKinds[kind].types.test(mediaType) ? undefined : invalid('fetch/unsupported-content'))
  if (refused !== undefined) {
    await response.body?.cancel()
    throw refused
  }
  return { ...about, bytes: await readBounded(response, fetchKinds[kind].most) }
}

/** Source: collect-and-proof.md 3: 412 and 521 are pages that test for a person. */
function refusedStatus(status: number) {
  if (status >= 200 && status < 300) return undefined
  if (status === 412 || status === 521) return invalid('fetch/blocked')
  return status === 429 ? invalid('fetch/asked-too-often') : invalid('fetch/status', { status })
}

/** Counts what comes out of the unpacking, so that a small bomb stops where a large page would. */
async function readBounded(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).byteLength
    if (bytes > most) throw invalid('fetch/too-large', { limit: Math.round(most / 1024 / 1024) })
    chunks.push(chunk as Uint8Array)
  }
  return Buffer.concat(chunks)
}

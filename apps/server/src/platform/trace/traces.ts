import { randomBytes } from 'node:crypto'
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common'
import { nowMs } from '../clock.js'
import { CONFIG, type Config } from '../config/config.js'
import { LOG, type Log } from '../log/log.js'
import { currentContext } from '../log/request-context.js'
import { otlpOf, type Span } from './otlp.js'

/** House: a busy minute of spans; what a collector does not take in time is dropped, for the desk does not wait for it. */
const MOST = 2000
const EVERY_MS = 5000
const PATIENCE_MS = 3000

export type Work = Pick<Span, 'name' | 'kind' | 'attributes' | 'failed'>

/** Tells an OpenTelemetry collector how long requests and jobs took; nothing at all unless OTEL_EXPORTER_OTLP_ENDPOINT names one. */
@Injectable()
export class Traces implements OnModuleDestroy {
  private spans: Span[] = []
  private timer: NodeJS.Timeout | undefined
  private silent = false

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  get on(): boolean {
    return this.config.traces !== undefined
  }

  /** Work that took so many milliseconds and ends now, for the request of this number. */
  add(work: Work, tookMs: number, requestId = currentContext()?.requestId): void {
    if (!this.on || this.spans.length >= MOST) return
    const endMs = nowMs()
    this.spans.push({
      ...work,
      traceId: traceOf(requestId),
      spanId: randomBytes(8).toString('hex'),
      startMs: endMs - tookMs,
      endMs,
    })
    this.timer ??= setTimeout(() => void this.send(), EVERY_MS).unref()
  }

  /** The last ones go out before the program ends. */
  async onModuleDestroy(): Promise<void> {
    await this.send()
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const [spans, to] = [this.spans, this.config.traces]
    this.spans = []
    if (spans.length === 0 || to === undefined) return
    try {
      const answer = await fetch(new URL(`${to.href.replace(/\/$/, '')}/v1/traces`), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(otlpOf('bianyin', spans)),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the collector answered ${answer.status}`)
      this.silent = false
    } catch (error) {
      if (!this.silent) this.log.warn({ err: error, dropped: spans.length }, 'the collector of traces does not listen')
      this.silent = true
    }
  }
}

/** A request's number is 128 bits, as a trace's is; work nobody asked for has a number of its own. */
const traceOf = (requestId: string | undefined): string => {
  const figures = (requestId ?? '').replaceAll('-', '')
  return /^[0-9a-f]{32}$/.test(figures) ? figures : randomBytes(16).toString('hex')
}

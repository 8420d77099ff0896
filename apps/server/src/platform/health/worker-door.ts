import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { INestApplicationContext } from '@nestjs/common'
import type { Config } from '../config/config.js'
import { Metrics } from '../metrics/metrics.js'
import { usualGauges } from '../metrics/usual-gauges.js'
import type { RunningWorker } from '../queue/start-worker.js'
import { Reconcilers } from '../reconcile/reconcilers.js'
import type { Runtime } from '../runtime.js'
import { Readiness } from './readiness.js'
import { usualChecks } from './usual-checks.js'

/** Alive means: has asked the queue for work within this time. */
const mostSilenceMs = 30_000

/** A worker's own small window for load balancers and Prometheus: /health/live, /health/ready, /metrics. A supervised worker has none; it speaks to its supervisor. */
export class WorkerDoor {
  private handler: RequestListener = (_request, response) => answer(response, 503, { status: 'starting' })

  private constructor(private readonly server: Server | undefined) {
    server?.on('request', (request, response) => this.handler(request, response))
  }

  static async listen({ port, host }: Config): Promise<WorkerDoor> {
    if (process.send !== undefined) return new WorkerDoor(undefined)
    const server = createServer()
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen({ port, ...(host === undefined ? {} : { host }) }, resolve)
    })
    return new WorkerDoor(server)
  }

  open(app: INestApplicationContext, runtime: Runtime, worker: RunningWorker): void {
    const readiness = app.get(Readiness)
    for (const check of usualChecks(runtime)) readiness.add(check)
    usualGauges(app.get(Metrics), runtime, app.get(Reconcilers))
    const live = (): boolean => worker.silenceMs() < mostSilenceMs
    this.handler = (request, response) => {
      void tell(request.url ?? '', response, live, readiness, app.get(Metrics))
    }
  }

  async close(): Promise<void> {
    const { server } = this
    if (server === undefined) return
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }
}

async function tell(url: string, response: ServerResponse, live: () => boolean, readiness: Readiness, metrics: Metrics): Promise<void> {
  if (url === '/health/live') return answer(response, live() ? 200 : 503, { status: live() ? 'ok' : 'deaf' })
  if (url === '/health/ready') {
    const { ready, checks } = await readiness.ask()
    return answer(response, ready ? 200 : 503, { status: ready ? 'ok' : 'failing', checks })
  }
  if (url !== '/metrics') return answer(response, 404, {})
  response.setHeader('Content-Type', metrics.registry.contentType)
  response.end(await metrics.registry.metrics())
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(body))
}

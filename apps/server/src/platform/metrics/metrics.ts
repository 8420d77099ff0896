import { Injectable } from '@nestjs/common'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The figures of one program, in the Prometheus text form. Names are documented; labels come from short fixed lists. */
@Injectable()
export class Metrics {
  readonly registry = new Registry()
  readonly requests = new Histogram({
    name: 'bianyin_http_request_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  })
  readonly jobs = new Counter({
    name: 'bianyin_jobs_total',
    help: 'Jobs ended, by queue, name and outcome',
    labelNames: ['queue', 'name', 'outcome'],
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'bianyin_' })
  }

  /** A figure that is looked up when somebody asks. */
  gauge(name: string, help: string, look: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        // A figure that cannot be had now is left as it was; the others are told all the same.
        const value = await Promise.resolve(look()).catch(() => undefined)
        if (value !== undefined) this.set(value)
      },
    })
  }
}

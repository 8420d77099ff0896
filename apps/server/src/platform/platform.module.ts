import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common'
import { DiscoveryModule } from '@nestjs/core'
import { DataSource } from 'typeorm'
import { AuditLog } from './audit/audit-log.js'
import { ChildPool } from './children/child-pool.js'
import { CONFIG } from './config/config.js'
import { SESSION_SECRET } from './config/session-secret.js'
import { EventBus } from './events/event-bus.js'
import { Listener } from './events/listener.js'
import { FILES } from './files/file-store.js'
import { Csrf } from './guard/csrf.js'
import { Readiness } from './health/readiness.js'
import { RouteTable } from './http/route-table.js'
import { uploadProvider } from './http/uploads.js'
import { LOG } from './log/log.js'
import { Metrics } from './metrics/metrics.js'
import { JOB_SPECS, type JobSpec } from './queue/job.js'
import { JobHandlers } from './queue/job-handlers.js'
import { JobPublisher } from './queue/job-publisher.js'
import { Reconcilers } from './reconcile/reconcilers.js'
import type { Runtime } from './runtime.js'
import { Traces } from './trace/traces.js'

const services = [EventBus, JobPublisher, JobHandlers, Reconcilers, AuditLog, Csrf, Readiness, RouteTable, Metrics, Traces]

/** Everything below the features, given to all of them. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(runtime: Runtime, jobs: readonly JobSpec[]): DynamicModule {
    const values = opened(runtime, jobs)
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [...values, ...services],
      exports: [...values, ...services],
    }
  }
}

const opened = (runtime: Runtime, jobs: readonly JobSpec[]): Provider[] => [
  { provide: CONFIG, useValue: runtime.config },
  { provide: LOG, useValue: runtime.log },
  { provide: SESSION_SECRET, useValue: runtime.sessionSecret },
  { provide: FILES, useValue: runtime.files },
  { provide: JOB_SPECS, useValue: jobs },
  { provide: DataSource, useValue: runtime.dataSource },
  { provide: ChildPool, useValue: runtime.children },
  { provide: Listener, useFactory: () => new Listener(runtime.databaseUrl, `bianyin-${runtime.program}`, runtime.log) },
  uploadProvider(runtime.config),
]

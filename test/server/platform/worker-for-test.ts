import type { INestApplicationContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { PlatformModule } from '../../../apps/server/src/platform/platform.module.js'
import type { JobHandler, JobSpec } from '../../../apps/server/src/platform/queue/job.js'
import { JobHandlers } from '../../../apps/server/src/platform/queue/job-handlers.js'
import { type RunningWorker, startWorker } from '../../../apps/server/src/platform/queue/start-worker.js'
import type { Runtime } from '../../../apps/server/src/platform/runtime.js'

export interface TestWorker extends RunningWorker {
  readonly app: INestApplicationContext
}

export const spec = (name: string, more: Partial<JobSpec> = {}): JobSpec => ({ queue: 'work', name, attempts: 3, backoffMs: 50, ...more })

/** The platform alone with handlers given by the test, taking jobs. */
export async function testWorker(
  runtime: Runtime,
  handlers: Readonly<Record<string, JobHandler>>,
  specs?: readonly JobSpec[],
): Promise<TestWorker> {
  const declared = specs ?? Object.keys(handlers).map((name) => spec(name))
  const app = await NestFactory.createApplicationContext(PlatformModule.forRoot(runtime, declared), { logger: false, abortOnError: false })
  for (const [name, handler] of Object.entries(handlers)) app.get(JobHandlers).add('work', name, handler)
  const worker = await startWorker(app, runtime)
  return {
    app,
    silenceMs: () => worker.silenceMs(),
    async stop() {
      await worker.stop()
      await app.close()
    },
  }
}

/** Waits until the question is answered with yes. */
export async function until(question: () => boolean | Promise<boolean>, patienceMs = 15_000): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!(await question())) {
    if (performance.now() > deadline) throw new Error(`it did not come true within ${patienceMs} ms: ${String(question)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

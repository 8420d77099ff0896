import { NestFactory } from '@nestjs/core'
import { features } from './features.js'
import { WorkerDoor } from './platform/health/worker-door.js'
import { NestLog } from './platform/log/nest-log.js'
import { databaseOf } from './platform/program/database-of.js'
import { runProgram } from './platform/program/run-program.js'
import { startWorker } from './platform/queue/start-worker.js'
import { openRuntime } from './platform/runtime.js'
import { keepTelling, tellSupervisor } from './platform/supervisor/words.js'
import { WorkerModule } from './worker.module.js'

/** Does the jobs; any number of these may run beside one another. */
await runProgram('worker', async ({ config, log, endings }) => {
  const door = await WorkerDoor.listen(config)
  await endings.add(() => door.close())
  const runtime = await openRuntime({ config, program: 'worker', databaseUrl: await databaseOf(config), entities: features.entities, log })
  await endings.add(() => runtime.close())
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(runtime, features), {
    logger: new NestLog(log),
    abortOnError: false,
  })
  await endings.add(() => app.close())
  const worker = await startWorker(app, runtime)
  await endings.add(() => worker.stop())
  door.open(app, runtime, worker)
  tellSupervisor({ kind: 'ready' })
  log.info('the worker takes jobs')
  await endings.add(keepTelling(() => worker.silenceMs()))
})

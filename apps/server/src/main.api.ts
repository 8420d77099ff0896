import { ApiModule } from './api.module.js'
import { features } from './features.js'
import { createApi } from './platform/http/create-api.js'
import { FrontDoor } from './platform/http/front-door.js'
import { databaseOf } from './platform/program/database-of.js'
import { runProgram } from './platform/program/run-program.js'
import { openRuntime } from './platform/runtime.js'
import { keepTelling, tellSupervisor } from './platform/supervisor/words.js'

/** Answers requests; any number of these may run beside one another. */
await runProgram('api', async ({ config, log, endings }) => {
  const door = new FrontDoor()
  const port = await door.listen(config)
  await endings.add(() => door.close(0))
  const runtime = await openRuntime({ config, program: 'api', databaseUrl: await databaseOf(config), entities: features.entities, log })
  await endings.add(() => runtime.close())
  const app = await createApi(ApiModule.forRoot(runtime, features), runtime, { largeBodies: features.largeBodies })
  await endings.add(() => app.close())
  await endings.add(() => door.close(5000))
  door.open(app.getHttpAdapter().getInstance())
  tellSupervisor({ kind: 'ready', port })
  log.info({ port }, 'the API listens')
  await endings.add(keepTelling(() => 0))
})

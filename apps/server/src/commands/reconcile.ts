import { features } from '../features.js'
import { type Command, flag, textOption } from '../platform/command/command.js'
import { withHouse } from '../platform/command/with-house.js'
import { readConfig } from '../platform/config/read-config.js'
import { exitCode } from '../platform/program/exit-code.js'
import { Reconcilers } from '../platform/reconcile/reconcilers.js'
import { WorkerModule } from '../worker.module.js'

export const reconcile: Command = {
  usage: 'reconcile [--data DIR] [--json]',
  summary: { zh: '按数据表补回队列丢失的任务', en: 'Ring again what the tables say is due and the queue has lost' },
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  words: [0, 0],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    const mended = await withHouse({ config, features, module: WorkerModule.forRoot, jobs: false }, ({ app }) =>
      app.get(Reconcilers).runAll(),
    )
    io.out(flag(args, 'json') ? `${JSON.stringify({ mended })}\n` : `✓ ${mended}\n`)
    return exitCode.done
  },
}

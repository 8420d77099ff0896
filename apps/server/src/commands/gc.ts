import { KeptFiles } from '../editions/kept-files.js'
import { features } from '../features.js'
import { type Command, flag, textOption } from '../platform/command/command.js'
import { type OpenHouse, withHouse } from '../platform/command/with-house.js'
import { readConfig } from '../platform/config/read-config.js'
import { exitCode } from '../platform/program/exit-code.js'
import { WorkerModule } from '../worker.module.js'

/** House: longer than the longest backup and the longest upload, so that what is being written or copied is never swept away. */
const graceMs = 24 * 3_600_000

export const gc: Command = {
  usage: 'gc [--dry-run] [--data DIR] [--json]',
  summary: { zh: '清除一天以上无人引用的文件', en: 'Remove files nobody has needed for a day' },
  options: { data: { type: 'string' }, json: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  words: [0, 0],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    const dry = flag(args, 'dry-run')
    const removed = await withHouse({ config, features, module: WorkerModule.forRoot, jobs: false }, (house) =>
      dry ? unkept(house) : house.runtime.files.sweep(house.app.get(KeptFiles, { strict: false }).list(), graceMs),
    )
    if (flag(args, 'json')) io.out(`${JSON.stringify({ dryRun: dry, removed })}\n`)
    else io.out([...removed, `${dry ? '–' : '✓'} ${removed.length}`].map((line) => `${line}\n`).join(''))
    return exitCode.done
  },
}

/** What nobody needs, whatever its age. */
async function unkept({ app, runtime }: OpenHouse): Promise<readonly string[]> {
  const kept = new Set<string>()
  for await (const sha256 of app.get(KeptFiles, { strict: false }).list()) kept.add(sha256)
  const free: string[] = []
  for await (const sha256 of runtime.files.list()) if (!kept.has(sha256)) free.push(sha256)
  return free
}

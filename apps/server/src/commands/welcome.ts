import { messageText } from '#lib/editorial'
import { SampleIssue } from '../editions/produce/sample.js'
import { features } from '../features.js'
import { FirstAdministrator } from '../people/first-administrator.js'
import { type Command, type CommandIo, textOption } from '../platform/command/command.js'
import { withHouse } from '../platform/command/with-house.js'
import type { Config } from '../platform/config/config.js'
import { readConfig } from '../platform/config/read-config.js'
import { exitCode } from '../platform/program/exit-code.js'
import { WorkerModule } from '../worker.module.js'

/** Told once the house stands: where it is, and at the first run how to get in. */
export const welcome: Command = {
  usage: '.welcome --port N',
  summary: { zh: '启动后的问候', en: 'The welcome after a start' },
  options: { port: { type: 'string' } },
  words: [0, 0],
  async run(args, io) {
    const config = readConfig(io.env, { port: textOption(args, 'port') })
    await withHouse({ config, features, module: WorkerModule.forRoot, jobs: false }, async ({ app }) => {
      const first = await app.get(FirstAdministrator, { strict: false }).prepare()
      say(io, 'welcome/address', { address: addressOf(config) })
      if (first !== undefined) say(io, 'welcome/first-sign-in', { login: first.login, password: first.oneTimePassword })
      const sample = await app.get(SampleIssue, { strict: false }).make(io.signal)
      if (sample !== undefined) say(io, 'sample/ready', { ...sample })
    })
    return exitCode.done
  },
}

const say = (io: CommandIo, code: string, params: Record<string, string>): void => io.out(`${messageText(code, params, io.language)}\n`)

const addressOf = (config: Config): string => config.publicUrl?.href ?? `http://localhost:${config.port}`

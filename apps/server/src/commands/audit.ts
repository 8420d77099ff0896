import { features } from '../features.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { type Command, flag, textOption } from '../platform/command/command.js'
import { withDatabase } from '../platform/command/with-database.js'
import { readConfig } from '../platform/config/read-config.js'
import { exitCode } from '../platform/program/exit-code.js'
import { openRuntime } from '../platform/runtime.js'

export const auditVerify: Command = {
  usage: 'audit verify [--data DIR] [--json]',
  summary: { zh: '核对审计记录的哈希链', en: 'Verify the hash chain of the audit' },
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  words: [0, 0],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    const verdict = await withDatabase(config, async (databaseUrl) => {
      const runtime = await openRuntime({ config, program: 'command', databaseUrl, entities: features.entities, connections: 2 })
      try {
        return await new AuditLog(runtime.dataSource).verify()
      } finally {
        await runtime.close()
      }
    })
    const broken = verdict.brokenAt !== undefined
    if (flag(args, 'json')) io.out(`${JSON.stringify(verdict)}\n`)
    else io.out(`${broken ? '✗' : '✓'} ${verdict.entries} ${verdict.head}${broken ? ` ✗ ${verdict.brokenAt}` : ''}\n`)
    return broken ? exitCode.found : exitCode.done
  },
}

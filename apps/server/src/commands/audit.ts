import { invalid } from '#lib/editorial'
import { features } from '../features.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { type Command, type CommandArgs, flag, textOption } from '../platform/command/command.js'
import { withRuntime } from '../platform/command/with-runtime.js'
import { readConfig } from '../platform/config/read-config.js'
import { exitCode } from '../platform/program/exit-code.js'

export const auditVerify: Command = {
  usage: 'audit verify [--head HASH] [--data DIR] [--json]',
  summary: {
    zh: '核对审计记录的哈希链；给出记下的链头，可发现尾部被截',
    en: 'Verify the chain of the audit; a head noted elsewhere shows a cut tail',
  },
  options: { data: { type: 'string' }, json: { type: 'boolean' }, head: { type: 'string' } },
  words: [0, 0],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    const noted = textOption(args, 'head')
    const verdict = await withRuntime(config, features.entities, async ({ dataSource }) => {
      const log = new AuditLog(dataSource)
      const found = await log.verify()
      const cut = noted !== undefined && !(await log.holds(noted))
      return { ...found, ...(cut ? { cut: noted } : {}) }
    })
    const wrong = verdict.brokenAt !== undefined || 'cut' in verdict
    if (flag(args, 'json')) io.out(`${JSON.stringify(verdict)}\n`)
    else io.out(`${wrong ? '✗' : '✓'} ${verdict.entries} ${verdict.head}${wrong ? ` ✗ ${verdict.brokenAt ?? 'cut'}` : ''}\n`)
    return wrong ? exitCode.found : exitCode.done
  },
}

export const auditExport: Command = {
  usage: 'audit export [--from DATE] [--to DATE] [--data DIR]',
  summary: { zh: '导出审计记录，每行一条 JSON', en: 'Write the audit out, one JSON line an entry' },
  options: { data: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  words: [0, 0],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    const span = { from: day(args, 'from'), to: day(args, 'to') }
    await withRuntime(config, features.entities, async ({ dataSource }) => {
      for await (const entry of new AuditLog(dataSource).entries(span)) io.out(`${JSON.stringify(entry)}\n`)
    })
    return exitCode.done
  },
}

/** A day or a moment, as ISO writes it. */
function day(args: CommandArgs, name: string): string | undefined {
  const text = textOption(args, name)
  if (text === undefined) return undefined
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(Date.parse(text)))
    throw invalid('command/bad-usage', { reason: `--${name}`, usage: `bianyin ${auditExport.usage}` })
  return text
}

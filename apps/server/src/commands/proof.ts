import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ArticleContent, invalid } from '#lib/editorial'
import { readManuscript } from '#lib/ingest'
import { applyFixes, type Finding, proofread } from '#lib/proof'
import { type Command, type CommandArgs, flag, textOption } from '../platform/command/command.js'
import { exitCode } from '../platform/program/exit-code.js'
import { fullText, proofReport } from './proof-report.js'

export const proof: Command = {
  usage: 'proof FILE [--fix] [--fail-on block|warn] [--json]',
  summary: {
    zh: '校对一篇文稿；--fix 输出改正有把握之处后的全文',
    en: 'Proofread one text; --fix prints it with the certain ones put right',
  },
  options: { fix: { type: 'boolean' }, 'fail-on': { type: 'string' }, json: { type: 'boolean' } },
  words: [1, 1],
  async run(args, io) {
    const level = failLevel(args)
    const given = await read(args.positionals[0] ?? '')
    const all = proofread(given)
    const { content, applied } = flag(args, 'fix')
      ? applyFixes(
          given,
          all.filter((one) => one.batch),
        )
      : { content: given, applied: [] }
    const findings = flag(args, 'fix') ? proofread(content) : all
    const report = { text: content, findings, applied }
    if (flag(args, 'json')) io.out(`${JSON.stringify({ findings, applied, ...(flag(args, 'fix') ? { content } : {}) })}\n`)
    else if (flag(args, 'fix')) {
      io.tell(proofReport(report, io.language))
      io.out(fullText(content))
    } else io.out(proofReport(report, io.language))
    return level !== undefined && findings.some((one) => reaches(one, level)) ? exitCode.found : exitCode.done
  },
}

async function read(path: string): Promise<ArticleContent> {
  const bytes = await readFile(path).catch(() => {
    throw invalid('produce/no-such-input', { path })
  })
  return (await readManuscript({ bytes, name: basename(path) })).content
}

type Level = 'block' | 'warn'

const reaches = ({ severity }: Finding, level: Level): boolean => severity === 'block' || (level === 'warn' && severity === 'warn')

function failLevel(args: CommandArgs): Level | undefined {
  const value = textOption(args, 'fail-on')
  if (value !== undefined && value !== 'block' && value !== 'warn') throw invalid('produce/bad-level', { value })
  return value
}

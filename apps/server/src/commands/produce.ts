import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { invalid, wholeDate } from '#lib/editorial'
import type { GatheredFacts } from '../editions/produce/gathering.js'
import { glance } from '../editions/produce/glance.js'
import { type ProduceOrder, Producer } from '../editions/produce/producer.js'
import { failsOn } from '../editions/produce/report.js'
import { features } from '../features.js'
import { type Command, type CommandArgs, type CommandIo, flag, textOption } from '../platform/command/command.js'
import { withHouse } from '../platform/command/with-house.js'
import { readConfig } from '../platform/config/read-config.js'
import { exitCode } from '../platform/program/exit-code.js'
import { WorkerModule } from '../worker.module.js'
import { progressTeller } from './progress-teller.js'

const text = { type: 'string' } as const

export const produce: Command = {
  usage:
    'produce INPUT --out DIR [--style NAME] [--publication P --year Y --number N --total T --date D] [--data DIR] [--fail-on block|warn] [--json]',
  summary: {
    zh: '由 issue.yaml 文件夹或往期简报直接排出 PDF 和 DOCX',
    en: 'Make PDF and DOCX from a folder with issue.yaml or a past bulletin',
  },
  options: {
    out: text,
    style: text,
    publication: text,
    year: text,
    number: text,
    total: text,
    date: text,
    data: text,
    'fail-on': text,
    json: { type: 'boolean' },
  },
  words: [1, 1],
  async run(args, io) {
    const level = failLevel(args)
    const order = orderOf(args, io)
    await glance(order.input, order.style)
    const data = textOption(args, 'data')
    const folder = data ?? (await mkdtemp(join(tmpdir(), 'bianyin-produce-')))
    try {
      const needs = {
        config: readConfig(data === undefined ? ownEnvironment(io.env) : io.env, { data: folder }),
        features,
        module: WorkerModule.forRoot,
        jobs: true,
        throwAway: data === undefined,
      }
      const { report, paths } = await withHouse(needs, ({ app }) => app.get(Producer, { strict: false }).produce(order))
      if (flag(args, 'json')) io.out(`${JSON.stringify(report)}\n`)
      else for (const path of paths) io.out(`${path}\n`)
      return level !== undefined && failsOn(report, level) ? exitCode.found : exitCode.done
    } finally {
      if (data === undefined) await rm(folder, { recursive: true, force: true })
    }
  },
}

/** A throw-away house keeps to itself, whatever servers the environment names. */
const ownEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ ...env, DATABASE_URL: '', REDIS_URL: '', FILES_URL: '' })

function orderOf(args: CommandArgs, io: CommandIo): ProduceOrder {
  const out = textOption(args, 'out')
  if (out === undefined) throw invalid('command/bad-usage', { reason: '--out', usage: `bianyin ${produce.usage}` })
  return {
    input: args.positionals[0] ?? '',
    out: resolve(out),
    style: textOption(args, 'style') ?? null,
    facts: factsOf(args),
    signal: io.signal,
    tell: progressTeller(io),
  }
}

/** What is given by hand; an option not given leaves the input's own word. */
function factsOf(args: CommandArgs): Partial<GatheredFacts> {
  const publication = textOption(args, 'publication')
  const date = textOption(args, 'date')
  if (date !== undefined && !wholeDate.safeParse(date).success) throw invalid('produce/bad-date', { value: date })
  const figures = { year: figure(args, 'year'), number: figure(args, 'number'), totalNumber: figure(args, 'total') }
  return Object.fromEntries(Object.entries({ publication, date, ...figures }).filter(([, value]) => value !== undefined))
}

function figure(args: CommandArgs, option: string): number | undefined {
  const value = textOption(args, option)
  if (value !== undefined && !/^[1-9]\d{0,3}$/.test(value)) throw invalid('produce/bad-number', { option, value })
  return value === undefined ? undefined : Number(value)
}

function failLevel(args: CommandArgs): 'block' | 'warn' | undefined {
  const value = textOption(args, 'fail-on')
  if (value !== undefined && value !== 'block' && value !== 'warn') throw invalid('produce/bad-level', { value })
  return value
}

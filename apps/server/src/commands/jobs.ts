import { invalid, type RenderState, renderStates } from '#lib/editorial'
import { HouseJobs } from '../editions/house-jobs/house-jobs.js'
import { features } from '../features.js'
import { type Command, type CommandArgs, type CommandIo, flag, textOption } from '../platform/command/command.js'
import { withHouse } from '../platform/command/with-house.js'
import { readConfig } from '../platform/config/read-config.js'
import { exitCode } from '../platform/program/exit-code.js'
import { WorkerModule } from '../worker.module.js'

const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const

const withJobs = <T>(args: CommandArgs, io: CommandIo, work: (jobs: HouseJobs) => Promise<T>): Promise<T> =>
  withHouse(
    { config: readConfig(io.env, { data: textOption(args, 'data') }), features, module: WorkerModule.forRoot, jobs: false },
    ({ app }) => work(app.get(HouseJobs, { strict: false })),
  )

export const jobsList: Command = {
  usage: 'jobs list [--state STATE] [--data DIR] [--json]',
  summary: {
    zh: '列出排版任务及其状态（默认列未完成和失败的）',
    en: 'List the renders; those waiting, running or failed unless a state is given',
  },
  options: { ...options, state: { type: 'string' } },
  words: [0, 0],
  async run(args, io) {
    const lines = await withJobs(args, io, async (jobs) => (await jobs.list(stateOf(textOption(args, 'state')))).map(lineOf))
    if (flag(args, 'json')) io.out(`${JSON.stringify(lines)}\n`)
    else for (const one of lines) io.out(`${one.id} ${one.state.padEnd(9)} ${one.name} ${one.purpose} ${one.error ?? one.step ?? ''}\n`)
    return exitCode.done
  },
}

export const jobsRetry: Command = {
  usage: 'jobs retry ID [--data DIR] [--json]',
  summary: { zh: '重新排队一个失败或取消的排版任务', en: 'Ask again for a render that failed or was cancelled' },
  options,
  words: [1, 1],
  run: (args, io) => change(args, io, (jobs, id) => jobs.retry(id, null)),
}

export const jobsCancel: Command = {
  usage: 'jobs cancel ID [--data DIR] [--json]',
  summary: { zh: '取消一个等待或进行中的排版任务', en: 'Cancel a render that waits or runs' },
  options,
  words: [1, 1],
  run: (args, io) => change(args, io, (jobs, id) => jobs.cancel(id, null)),
}

/** A render as the tables tell it; what the queue thinks of it does not count. */
const lineOf = (render: Awaited<ReturnType<HouseJobs['list']>>[number]) => ({
  id: render.id,
  publication: render.publication,
  name: render.issueName,
  purpose: render.purpose,
  state: render.state,
  step: render.step,
  attempt: render.attempt,
  failures: render.failures,
  error: render.errorCode,
  requestedAt: render.requestedAt.toISOString(),
})

function stateOf(text: string | undefined): RenderState | undefined {
  if (text === undefined) return undefined
  const state = renderStates.find((one) => one === text)
  if (state === undefined) throw invalid('command/bad-usage', { reason: `--state ${text}`, usage: jobsList.usage })
  return state
}

async function change(args: CommandArgs, io: CommandIo, work: (jobs: HouseJobs, id: string) => Promise<unknown>): Promise<number> {
  const id = args.positionals[0] ?? ''
  await withJobs(args, io, (jobs) => work(jobs, id))
  if (flag(args, 'json')) io.out(`${JSON.stringify({ id })}\n`)
  return exitCode.done
}

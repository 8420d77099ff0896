import type { DataSource, EntityManager } from 'typeorm'
import { conflict, missing } from '#lib/editorial'
import { RenderDesk } from '../editions/render-desk.js'
import { features } from '../features.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { type Command, type CommandArgs, type CommandIo, flag, textOption } from '../platform/command/command.js'
import { type OpenHouse, withHouse } from '../platform/command/with-house.js'
import { readConfig } from '../platform/config/read-config.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { exitCode } from '../platform/program/exit-code.js'
import { WorkerModule } from '../worker.module.js'

/** A render as the tables tell it; what the queue thinks of it does not count. */
interface JobLine {
  readonly id: string
  readonly publication: string
  readonly name: string
  readonly purpose: string
  readonly state: string
  readonly step: string | null
  readonly attempt: number
  readonly failures: number
  readonly error: string | null
  readonly requestedAt: string
}

const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const

const withJobs = <T>(args: CommandArgs, io: CommandIo, work: (house: OpenHouse) => Promise<T>): Promise<T> =>
  withHouse({ config: readConfig(io.env, { data: textOption(args, 'data') }), features, module: WorkerModule.forRoot, jobs: false }, work)

export const jobsList: Command = {
  usage: 'jobs list [--state STATE] [--data DIR] [--json]',
  summary: {
    zh: '列出排版任务及其状态（默认列未完成和失败的）',
    en: 'List the renders; those waiting, running or failed unless a state is given',
  },
  options: { ...options, state: { type: 'string' } },
  words: [0, 0],
  async run(args, io) {
    const lines = await withJobs(args, io, ({ runtime }) => list(runtime.dataSource, textOption(args, 'state')))
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
  run: (args, io) => change(args, io, 'retry render', ['failed', 'cancelled'], retry),
}

export const jobsCancel: Command = {
  usage: 'jobs cancel ID [--data DIR] [--json]',
  summary: { zh: '取消一个等待或进行中的排版任务', en: 'Cancel a render that waits or runs' },
  options,
  words: [1, 1],
  run: (args, io) => change(args, io, 'cancel render', ['queued', 'running'], cancel),
}

async function list(dataSource: DataSource, state: string | undefined): Promise<JobLine[]> {
  const rows = (await dataSource.query(
    `SELECT id, publication, issue_name AS name, purpose, state, step, attempt, failures, error_code AS error, requested_at AS "requestedAt"
     FROM renders WHERE CASE WHEN $1::text IS NULL THEN state IN ('queued', 'running', 'failed') ELSE state = $1 END
     ORDER BY requested_at, id LIMIT 1000`,
    [state ?? null],
  )) as (JobLine & { requestedAt: Date })[]
  return rows.map((row) => ({ ...row, requestedAt: row.requestedAt.toISOString() }))
}

interface Held {
  readonly id: string
  readonly publication: string
  readonly rings: number
}

type Act = (tx: EntityManager, render: Held) => Promise<unknown>

/** Holds the row, acts, tells the desk and records it, in one transaction. Refuses an id there is not, and a state that does not fit. */
async function change(args: CommandArgs, io: CommandIo, act: string, states: readonly string[], work: Act): Promise<number> {
  const id = args.positionals[0] ?? ''
  await withJobs(args, io, async ({ app, runtime }) => {
    const desk = app.get(RenderDesk, { strict: false })
    await inTransaction(runtime.dataSource, async (tx) => {
      const [render] = (await tx.query('SELECT id, publication, rings, state FROM renders WHERE id::text = $1 FOR UPDATE', [
        id,
      ])) as (Held & {
        state: string
      })[]
      if (render === undefined) throw missing('render/missing')
      if (!states.includes(render.state)) throw conflict('command/job-state', { state: render.state })
      await work(tx, render)
      if (act === 'retry render') await desk.ring(tx, { ...render, rings: render.rings + 1 })
      await desk.tell(tx, render as Parameters<RenderDesk['tell']>[1])
      const log = new AuditLog(runtime.dataSource)
      await log.record(tx, { person: null, act, object: 'render', objectId: id, publication: render.publication })
    })
  })
  if (flag(args, 'json')) io.out(`${JSON.stringify({ id })}\n`)
  return exitCode.done
}

const retry: Act = (tx, { id }) =>
  tx.query(
    `UPDATE renders SET state = 'queued', step = NULL, pages = NULL, failures = 0, rings = rings + 1, error_code = NULL, error_params = '{}',
       finished_at = NULL, beat_at = now() WHERE id = $1`,
    [id],
  )

const cancel: Act = (tx, { id }) =>
  tx.query(
    `UPDATE renders SET state = 'cancelled', error_code = 'render/cancelled', error_params = '{}', finished_at = now() WHERE id = $1`,
    [id],
  )

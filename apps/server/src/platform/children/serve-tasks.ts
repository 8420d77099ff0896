import { isRefusal } from '#lib/editorial'
import type { TaskOrder, TaskReport } from './messages.js'

export interface TaskContext {
  /** Tells the parent how far the task is; must be plain data. */
  readonly progress: (value: unknown) => void
}

export type Task = (input: never, context: TaskContext) => unknown

/** Task names and how each is loaded: on first use, so that a child holds only what it works with. */
export type TaskTable = Readonly<Record<string, () => Promise<Task>>>

/** The life of a child: one order at a time until the parent is gone. */
export function serveTasks(table: TaskTable): void {
  process.on('SIGINT', () => {})
  process.on('disconnect', () => process.exit(0))
  process.on('message', (order: TaskOrder) => void obey(table, order).then(send))
}

async function obey(table: TaskTable, order: TaskOrder): Promise<TaskReport> {
  try {
    const load = table[order.task]
    if (load === undefined) throw new Error(`there is no task ${order.task}`)
    const task = await load()
    return { kind: 'done', value: await task(order.input as never, { progress: (value) => send({ kind: 'progress', value }) }) }
  } catch (error) {
    return told(error)
  }
}

function told(error: unknown): TaskReport {
  if (isRefusal(error)) return { kind: 'refused', refusal: error.kind, code: error.code, params: error.params }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { kind: 'fault', message, stack }
}

function send(report: TaskReport): void {
  process.send?.(report)
}

import type { TaskTable } from './platform/children/serve-tasks.js'

/** The heavy work done in child processes, each loaded at first use: layout and writing, reading of documents. */
export const childTasks: TaskTable = {}

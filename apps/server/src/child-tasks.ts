import { feedTask } from './articles/feeds/feed-reader.js'
import { tidyTask } from './articles/tidy/tidier.js'
import { type PressInput, pressTask } from './editions/press-input.js'
import type { Task, TaskContext, TaskTable } from './platform/children/serve-tasks.js'
import { openBundle } from './platform/program/open-bundle.js'
import { issueProofTask, proofTask } from './proofs/proofreader.js'
import { rosterTask } from './proofs/roster/roster-tables.js'
import { mailFileTask } from './sources/attachments/attachment-work.js'
import { bulletinTask } from './sources/bulletin-reader.js'
import { pageTask } from './sources/pages/page-reader.js'
import { readTask } from './sources/source-reader.js'

/** The heavy work done in child processes, each loaded at first use: layout and writing, reading of documents. */
export const childTasks: TaskTable = {
  [pressTask]: loadPress,
  [proofTask]: async () => (await import('./proofs/proof-task.js')).proofreadAll,
  [issueProofTask]: async () => (await import('./proofs/proof-task.js')).proofreadTogether,
  [rosterTask]: async () => (await import('./proofs/roster/roster-task.js')).readRosterTable,
  [bulletinTask]: async () => (await import('./sources/bulletin-task.js')).readBulletin,
  [feedTask]: async () => (await import('./articles/feeds/feed-task.js')).readWatched,
  [tidyTask]: async () => (await import('./articles/tidy/tidy-task.js')).tidyBody,
  [mailFileTask]: async () => (await import('./sources/attachments/mail-file-task.js')).takeMailFile,
  [pageTask]: async () => (await import('./sources/pages/page-task.js')).readPage,
  [readTask]: async () => (await import('./sources/read-task.js')).readSource,
}

/** The press is one file, so that the first issue of a process does not wait for hundreds; what V8 compiled for that issue serves the next process. */
async function loadPress(): Promise<Task> {
  const bundle = openBundle<typeof import('./editions/press-task.js')>('printing')
  if (bundle === null) return (await import('./editions/press-task.js')).renderIssue
  const { renderIssue } = bundle.exports
  return async (input: PressInput, context: TaskContext) => {
    const result = await renderIssue(input, context)
    setImmediate(bundle.keep)
    return result
  }
}

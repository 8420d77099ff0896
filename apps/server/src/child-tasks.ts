import { feedTask } from './articles/feeds/feed-reader.js'
import { tidyTask } from './articles/tidy/tidier.js'
import { pressTask } from './editions/press-input.js'
import type { TaskTable } from './platform/children/serve-tasks.js'
import { issueProofTask, proofTask } from './proofs/proofreader.js'
import { rosterTask } from './proofs/roster/roster-tables.js'
import { bulletinTask } from './sources/bulletin-reader.js'
import { pageTask } from './sources/pages/page-reader.js'
import { readTask } from './sources/source-reader.js'

/** The heavy work done in child processes, each loaded at first use: layout and writing, reading of documents. */
export const childTasks: TaskTable = {
  [pressTask]: async () => (await import('./editions/press-task.js')).renderIssue,
  [proofTask]: async () => (await import('./proofs/proof-task.js')).proofreadAll,
  [issueProofTask]: async () => (await import('./proofs/proof-task.js')).proofreadTogether,
  [rosterTask]: async () => (await import('./proofs/roster/roster-task.js')).readRosterTable,
  [bulletinTask]: async () => (await import('./sources/bulletin-task.js')).readBulletin,
  [feedTask]: async () => (await import('./articles/feeds/feed-task.js')).readWatched,
  [tidyTask]: async () => (await import('./articles/tidy/tidy-task.js')).tidyBody,
  [pageTask]: async () => (await import('./sources/pages/page-task.js')).readPage,
  [readTask]: async () => (await import('./sources/read-task.js')).readSource,
}

import type { houseTexts as chinese } from '../zh/house.js'

export const houseTexts: typeof chinese = {
  jobs: 'Renders',
  jobsHint: 'Of every publication. Where one failed, the reason is told; put it right and try again.',
  noJobs: 'There are none.',
  which: 'Which to show',
  open: 'Unfinished and failed',
  job: 'Render',
  state: 'State',
  since: 'Asked for',
  reason: 'Progress or reason',
}

import type { ErrandKind } from '../../sources/errands/errand.js'

/** Past bulletins to be taken apart, carried out by the worker. */
export const pastErrand: ErrandKind = {
  table: 'past_issues',
  queue: 'collect',
  name: 'past-issue',
  topic: 'past-issue',
  failed: 'past/failed',
}

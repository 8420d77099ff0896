import type { ErrandKind } from '../../sources/errands/errand.js'

/** Versions to be read by the checker outside, carried out by the worker. */
export const outsideCheckErrand: ErrandKind = {
  table: 'outside_checks',
  queue: 'collect',
  name: 'outside-check',
  topic: 'outside-check',
  failed: 'checker/failed',
}

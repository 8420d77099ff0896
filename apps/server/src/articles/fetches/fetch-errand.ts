import type { ErrandKind } from '../../sources/errands/errand.js'

/** Addresses to bring in, carried out by the worker. */
export const fetchErrand: ErrandKind = { table: 'fetches', queue: 'collect', name: 'fetch', topic: 'fetch', failed: 'fetch/failed' }

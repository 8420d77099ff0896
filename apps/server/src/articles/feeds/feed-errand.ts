import type { ErrandKind } from '../../sources/errands/errand.js'

/** Visits to feeds, carried out by the worker. */
export const feedErrand: ErrandKind = { table: 'feeds', queue: 'collect', name: 'feed', topic: 'feed', failed: 'feed/failed' }

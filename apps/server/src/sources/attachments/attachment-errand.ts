import type { ErrandKind } from '../errands/errand.js'

/** Files offered with a page, fetched by the worker one by one. */
export const attachmentErrand: ErrandKind = {
  table: 'attachments',
  queue: 'collect',
  name: 'attachment',
  topic: 'attachment',
  failed: 'attachment/failed',
}

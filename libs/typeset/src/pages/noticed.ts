import type { BlockId } from '../layout.js'

/** What was seen while pages were filled and an editor should know. */
export interface Noticed {
  readonly missing: { readonly code: number; readonly block: BlockId; readonly page: number }[]
  readonly loose: { readonly block: BlockId; readonly page: number }[]
  readonly forced: { readonly page: number }[]
}

export const nothingNoticed = (): Noticed => ({ missing: [], loose: [], forced: [] })

/** Tracking beyond which a line is reported, in em. Source: typography checklist 9, the maximum. */
export const LOOSE_TRACKING = 0.1

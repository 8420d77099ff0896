import { canonicalJson, sha256Hex } from './canonical.js'
import type { IssueContent } from './issue.js'

/** A face the pages are drawn with, by what it is: the bytes are kept once, by their hash. */
export interface OrderedFace {
  readonly id: string
  readonly role: string
  readonly sha256: string
}

/**
 * All that decides what the finished pages look like, frozen at submission: text, pictures by hash, template, faces.
 * It carries no ids, no persons and no clock, so the same content makes the same order on every machine.
 */
export interface PressOrder {
  readonly format: 1
  /** 1 for the first edition of an issue, one more for each correction. */
  readonly edition: number
  readonly style: string
  /** The template as it stands in `templates/<style>/template.json`. */
  readonly template: unknown
  readonly faces: readonly OrderedFace[]
  readonly issue: IssueContent
}

/** The one spelling of an order; its bytes in UTF-8 are what is stored. */
export const orderText = (order: PressOrder): string => canonicalJson(order)

/** The content hash that reviewers approve and editions are made from: SHA-256 of `orderText`. */
export const orderHash = (order: PressOrder): string => sha256Hex(orderText(order))

/** block: must be dealt with before the issue goes to review; warn: very likely wrong; info: a hint. */
export type Severity = 'block' | 'warn' | 'info'

/** Where a finding stands: a block by its index, or a field of the article's head. */
export type Field = 'title' | 'subtitle' | 'author' | 'source' | 'sourceDate' | 'documentNumber' | 'documentDate'

/** One thing a rule noticed, with its exact place. */
export interface Finding {
  /** The rule's name: `half-width`. Its sentence is `proof/half-width`. */
  readonly rule: string
  readonly severity: Severity
  /** Index into `content.blocks`; null where the finding concerns the head. */
  readonly block: number | null
  /** The field of the head, where `block` is null. */
  readonly field: Field | null
  /** UTF-16 offsets into `blockText(block)`, or into the field. */
  readonly from: number
  readonly to: number
  /** What stands there. */
  readonly text: string
  /** What should stand there instead; null where a person must decide. An empty text means: take it out. */
  readonly suggestion: string | null
  /** Whether the suggestion is certain enough to be put in without being looked at one by one. */
  readonly batch: boolean
  readonly params: Readonly<Record<string, string | number>>
  /** The standard or reason: `GB/T 15834-2011 4.4`. */
  readonly source: string
}

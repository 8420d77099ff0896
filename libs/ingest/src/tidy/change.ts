/** One thing that reading or tidying changed, so that an editor can see it and take it back. */
export interface Change {
  readonly code:
    | 'ingest/joined-lines'
    | 'ingest/joined-page-break'
    | 'ingest/removed-space'
    | 'ingest/added-space'
    | 'ingest/full-width-marks'
    | 'ingest/removed-page-line'
    | 'ingest/removed-boilerplate'
  /** Index into the blocks of the result; null where no block is left. */
  readonly block: number | null
  readonly before: string
  readonly after: string
}

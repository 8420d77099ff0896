/** One line of the audit about an issue or an article, as the flow sheet reads it. */
export interface LogLine {
  readonly sequence: number
  /** ISO with offset. */
  readonly at: string
  /** What the person is called; null for the house itself. */
  readonly person: string | null
  readonly act: string
  readonly detail: Readonly<Record<string, unknown>>
}

export const textOf = (detail: LogLine['detail'], name: string): string | null => {
  const value = detail[name]
  return typeof value === 'string' ? value : null
}

export const numberOf = (detail: LogLine['detail'], name: string): number | null => {
  const value = detail[name]
  return typeof value === 'number' ? value : null
}

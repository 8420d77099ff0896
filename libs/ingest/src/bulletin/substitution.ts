/** One printed character that seems to stand for another. */
export interface Substitution {
  readonly printed: string
  readonly standsFor: string
  /** How often `printed` stands in the text. */
  readonly count: number
}

/** What one look found. */
export interface Found {
  readonly name: string
  readonly state: 'ok' | 'absent' | 'wrong'
  /** Facts, for a person: versions, places, sizes. */
  readonly facts: Readonly<Record<string, string | number>>
}

export const ok = (name: string, facts: Found['facts'] = {}): Found => ({ name, state: 'ok', facts })
export const absent = (name: string, facts: Found['facts'] = {}): Found => ({ name, state: 'absent', facts })
export const wrong = (name: string, facts: Found['facts'] = {}): Found => ({ name, state: 'wrong', facts })

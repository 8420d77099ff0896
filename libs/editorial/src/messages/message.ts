/** A sentence a person reads, in both languages of the desk; `{name}` slots take the parameters of the code. */
export interface Message {
  readonly zh: string
  readonly en: string
}

export type Messages = Readonly<Record<string, Message>>
export type Language = 'zh' | 'en'

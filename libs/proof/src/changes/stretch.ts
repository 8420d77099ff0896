/** A stretch of text that stayed, went, or came. What went and what stayed make the text before; what stayed and what came, the text after. */
export interface Stretch {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

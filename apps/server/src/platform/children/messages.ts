import type { RefusalKind, RefusalParams } from '#lib/editorial'

/** From the parent. */
export interface TaskOrder {
  readonly task: string
  readonly input: unknown
}

/** From the child. Refusals cross the border as refusals. */
export type TaskReport =
  | { readonly kind: 'progress'; readonly value: unknown }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly refusal: RefusalKind; readonly code: string; readonly params: RefusalParams }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string | undefined }

/** Why a child was put an end to, or came to one. */
export type ChildEnd = 'time' | 'memory' | 'died'

export class ChildFault extends Error {
  constructor(
    readonly reason: ChildEnd,
    message: string,
  ) {
    super(message)
    this.name = 'ChildFault'
  }
}

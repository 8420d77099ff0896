import { issueMessages } from './issue.js'
import type { Language, Message, Messages } from './message.js'
import { reviewMessages } from './review.js'

const all: Messages = { ...issueMessages, ...reviewMessages }

/** Every code that has a sentence; a test holds that no code is used without one. */
export const messageCodes: readonly string[] = Object.keys(all)

/** The sentence of a code in one language, its slots filled; a code without a sentence answers itself. */
export function messageText(code: string, params: Readonly<Record<string, string | number>> = {}, language: Language = 'zh'): string {
  const message: Message | undefined = all[code]
  if (message === undefined) return code
  return message[language].replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot))
}

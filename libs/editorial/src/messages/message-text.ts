import { articleMessages } from './article.js'
import { attachmentMessages } from './attachment.js'
import { changeMessages } from './change.js'
import { checkerMessages } from './checker.js'
import { duplicateMessages } from './duplicate.js'
import { editionMessages } from './edition.js'
import { feedMessages } from './feed.js'
import { fetchMessages } from './fetch.js'
import { flowMessages } from './flow.js'
import { httpMessages } from './http.js'
import { ingestMessages } from './ingest.js'
import { issueMessages } from './issue.js'
import type { Language, Message, Messages } from './message.js'
import { pastMessages } from './past.js'
import { peopleMessages } from './people.js'
import { platformMessages } from './platform.js'
import { pressMessages } from './press.js'
import { produceMessages } from './produce.js'
import { proofMessages } from './proof.js'
import { publicationMessages } from './publication.js'
import { reviewMessages } from './review.js'
import { siteRuleMessages } from './site-rule.js'
import { sourceMessages } from './source.js'
import { tidyMessages } from './tidy.js'
import { typesetMessages } from './typeset.js'
import { wireMessages } from './wire.js'

const all: Messages = {
  ...articleMessages,
  ...attachmentMessages,
  ...changeMessages,
  ...checkerMessages,
  ...duplicateMessages,
  ...editionMessages,
  ...feedMessages,
  ...fetchMessages,
  ...flowMessages,
  ...httpMessages,
  ...ingestMessages,
  ...issueMessages,
  ...pastMessages,
  ...peopleMessages,
  ...platformMessages,
  ...pressMessages,
  ...produceMessages,
  ...proofMessages,
  ...publicationMessages,
  ...reviewMessages,
  ...siteRuleMessages,
  ...sourceMessages,
  ...tidyMessages,
  ...typesetMessages,
  ...wireMessages,
}

/** Every code that has a sentence; a test holds that no code is used without one. */
export const messageCodes: readonly string[] = Object.keys(all)

/** The sentence of a code in one language, its slots filled; a code without a sentence answers itself. */
export function messageText(code: string, params: Readonly<Record<string, string | number>> = {}, language: Language = 'zh'): string {
  const message: Message | undefined = all[code]
  if (message === undefined) return code
  return message[language].replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot))
}

import { z } from 'zod'
import { type Language, messageCodes, messageText } from '#lib/editorial'
import type { ProblemPlace } from './edge-refusal.js'

type ZodIssue = z.core.$ZodIssue
const locales = { zh: z.locales.zhCN(), en: z.locales.en() }

/** Each place that does not fit, as JSON pointer, code, and one sentence in the reader's language. */
export function placesOf(issues: readonly { readonly message: string }[], language: Language): readonly ProblemPlace[] {
  return issues.flatMap((issue) => placesOfOne(issue as ZodIssue, language))
}

function placesOfOne(issue: ZodIssue, language: Language): ProblemPlace[] {
  const path = issue.path ?? []
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointer([...path, key]), code: 'unknown-field', detail: detailOf(issue, language) }))
  return [{ pointer: pointer(path), code: codeOf(issue), detail: detailOf(issue, language) }]
}

/** RFC 6901. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

function codeOf(issue: ZodIssue): string {
  if (issue.code !== 'custom') return issue.code.replaceAll('_', '-')
  const code: unknown = issue.params?.code
  return typeof code === 'string' ? code : issue.message || 'not-accepted'
}

function detailOf(issue: ZodIssue, language: Language): string {
  const code = codeOf(issue)
  const known = [code, `wire/${code}`].find((one) => messageCodes.includes(one))
  if (known !== undefined) return messageText(known, paramsOf(issue), language)
  const said = locales[language].localeError(issue as never)
  const text = typeof said === 'string' ? said : said?.message
  return text ?? issue.message
}

function paramsOf(issue: ZodIssue): Record<string, string | number> {
  const params = (issue.code === 'custom' ? issue.params : undefined) ?? {}
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])),
  )
}

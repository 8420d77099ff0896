import { type SiteRule, selectorFlaw } from '#lib/editorial'

/** A rule while it is written: every field a line, what is left out a selector a line. */
export interface RuleDraft {
  readonly host: string
  readonly body: string
  readonly remove: string
  readonly title: string
  readonly source: string
  readonly sourceLabel: string
  readonly date: string
  readonly dateLabel: string
}

/** Fields that hold selectors. */
export const SELECTORS = ['body', 'title', 'source', 'date'] as const
const LABELS = ['sourceLabel', 'dateLabel'] as const

export const draftOfRule = (rule: SiteRule | null): RuleDraft => ({
  host: rule?.host ?? '',
  body: rule?.body ?? '',
  remove: rule?.remove?.join('\n') ?? '',
  title: rule?.title ?? '',
  source: rule?.source ?? '',
  sourceLabel: rule?.sourceLabel ?? '',
  date: rule?.date ?? '',
  dateLabel: rule?.dateLabel ?? '',
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The first selector of a field that cannot be read, and where; null where all can. */
export function flawOf(draft: RuleDraft, field: (typeof SELECTORS)[number] | 'remove'): { text: string; position: number } | null {
  const selectors = field === 'remove' ? linesOf(draft.remove) : draft[field].trim() === '' ? [] : [draft[field].trim()]
  for (const text of selectors) {
    const position = selectorFlaw(text)
    if (position !== null) return { text, position }
  }
  return null
}

export const isHost = (host: string): boolean => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host.trim())

/** What goes to the server; undefined while the site is missing, something cannot be read, or nothing is said. */
export function ruleOfDraft(draft: RuleDraft): SiteRule | undefined {
  if (!isHost(draft.host) || [...SELECTORS, 'remove' as const].some((field) => flawOf(draft, field) !== null)) return undefined
  const said = [...SELECTORS, ...LABELS].flatMap((field) => (draft[field].trim() === '' ? [] : [[field, draft[field].trim()] as const]))
  const remove = linesOf(draft.remove)
  if (said.length === 0 && remove.length === 0) return undefined
  return { host: draft.host.trim(), ...Object.fromEntries(said), ...(remove.length === 0 ? {} : { remove }) }
}

/** The site of an address. */
export const hostOf = (address: string): string => (URL.canParse(address.trim()) ? new URL(address.trim()).hostname : '')

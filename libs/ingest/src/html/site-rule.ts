import { invalid, type SiteRule, type Warning } from '#lib/editorial'
import { type Element, isElement, type Page } from './dom.js'
import { DAY, shanghaiDay } from './page-date.js'
import { SOURCE_ENDS } from './page-source.js'
import { clean, type Read } from './read-value.js'

export type { SiteRule } from '#lib/editorial'

/** The rule an editor wrote for the host of an address: the most particular host wins. */
export function ruleFor(url: string | undefined, rules: readonly SiteRule[]): SiteRule | null {
  if (url === undefined || !URL.canParse(url)) return null
  const { hostname } = new URL(url)
  const fits = rules.filter(({ host }) => hostname === host || hostname.endsWith(`.${host}`))
  return [...fits].sort((a, b) => b.host.length - a.host.length)[0] ?? null
}

/** How a rule is named where a field says what it was read by. */
export const ruleName = (rule: SiteRule): string => `规则 ${rule.host}`

/** Elements a selector of a rule finds. Refuses `ingest/bad-site-rule` what is no selector. */
export function selectBy(page: Page, selector: string, rule: SiteRule): Element[] {
  try {
    return page(selector).toArray().filter(isElement)
  } catch {
    throw invalid('ingest/bad-site-rule', { host: rule.host, text: selector })
  }
}

/** The body a rule points at. */
export const ruleElement = (page: Page, rule: SiteRule | null): Element | null =>
  rule?.body === undefined ? null : (selectBy(page, rule.body, rule)[0] ?? null)

/** Takes out what a rule says does not belong to the article. */
export function removeByRule(page: Page, rule: SiteRule | null): void {
  for (const selector of rule?.remove ?? []) page(selectBy(page, selector, rule as SiteRule)).remove()
}

/** What a rule looks for and this page does not have: the site may have changed since the rule was written. */
export function missedByRule(page: Page, rule: SiteRule | null): Warning[] {
  if (rule === null) return []
  const wanted = [rule.body, rule.title, rule.source, rule.date].flatMap((selector) => selector ?? [])
  return wanted
    .filter((selector) => selectBy(page, selector, rule).length === 0)
    .map((text) => ({ code: 'ingest/rule-missed', params: { host: rule.host, text } }))
}

export function ruledTitle(page: Page, rule: SiteRule | null): Read | null {
  return rule === null ? null : readBy(rule, textOf(page, rule.title, rule))
}

export function ruledSource(page: Page, text: string, rule: SiteRule | null): Read | null {
  if (rule === null) return null
  const shown = textOf(page, rule.source, rule).replace(/^(?:[^：:]{0,6}来\s*源|出处|稿源)\s*[：:]\s*/, '')
  return (
    readBy(rule, shown.replace(SOURCE_ENDS, '') || shown) ??
    readBy(rule, after(rule.sourceLabel, text).replace(SOURCE_ENDS, '').split(/\s/)[0] ?? '')
  )
}

export function ruledDate(page: Page, text: string, rule: SiteRule | null): Read | null {
  if (rule === null) return null
  return dayBy(rule, textOf(page, rule.date, rule)) ?? dayBy(rule, after(rule.dateLabel, text))
}

const textOf = (page: Page, selector: string | undefined, rule: SiteRule): string => {
  const element = selector === undefined ? undefined : selectBy(page, selector, rule)[0]
  return element === undefined ? '' : clean(page(element).text())
}

/** What follows the words on their line. */
function after(label: string | undefined, text: string): string {
  const at = label === undefined ? -1 : text.indexOf(label)
  if (label === undefined || at < 0) return ''
  return (text.slice(at + label.length).split('\n')[0] ?? '').replace(/^[\s：:]+/, '').trim()
}

/** House: no title is longer than this; what is, is a paragraph that was met by mistake. */
const LONGEST_VALUE = 120

const readBy = (rule: SiteRule, text: string): Read | null => {
  const value = text.trim()
  return value === '' || value.length > LONGEST_VALUE ? null : { value, from: ruleName(rule) }
}

function dayBy(rule: SiteRule, text: string): Read | null {
  const found = new RegExp(DAY).exec(text)?.[0]
  const value = shanghaiDay(text) ?? (found === undefined ? null : shanghaiDay(found))
  return value === null ? null : { value, from: ruleName(rule) }
}

import { invalid, type SiteRule } from '#lib/editorial'
import { type Element, isElement, type Page } from './dom.js'
import { shanghaiDay } from './page-date.js'
import { clean, type Read } from './read-value.js'

export type { SiteRule } from '#lib/editorial'

/** The rule an editor wrote for the host of an address: the most particular host wins. */
export function ruleFor(url: string | undefined, rules: readonly SiteRule[]): SiteRule | null {
  if (url === undefined || !URL.canParse(url)) return null
  const { hostname } = new URL(url)
  const fits = rules.filter(({ host }) => hostname === host || hostname.endsWith(`.${host}`))
  return [...fits].sort((a, b) => b.host.length - a.host.length)[0] ?? null
}

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

const patternOf = (text: string, rule: SiteRule): RegExp => {
  try {
    return new RegExp(text, 'u')
  } catch {
    throw invalid('ingest/bad-site-rule', { host: rule.host, text })
  }
}

/** House: rules look at the 4,000 characters round a body, so that a slow pattern stays short. */
const MOST_TEXT = 4000

function byPattern(text: string, pattern: string | undefined, rule: SiteRule | null): Read | null {
  if (rule === null || pattern === undefined) return null
  const found = patternOf(pattern, rule).exec(text.slice(-MOST_TEXT))
  const value = (found?.[1] ?? found?.[0] ?? '').trim()
  return value === '' ? null : { value, from: `规则 ${rule.host}` }
}

export const ruledSource = (text: string, rule: SiteRule | null): Read | null => byPattern(text, rule?.source, rule)

export function ruledDate(text: string, rule: SiteRule | null): Read | null {
  const found = byPattern(text, rule?.date, rule)
  const value = found === null ? null : shanghaiDay(found.value)
  return found === null || value === null ? null : { ...found, value }
}

export function ruledTitle(page: Page, rule: SiteRule | null): Read | null {
  if (rule?.title === undefined) return null
  const element = selectBy(page, rule.title, rule)[0]
  const value = element === undefined ? '' : clean(page(element).text())
  return value === '' ? null : { value, from: `规则 ${rule.host}` }
}

import { belowTitle, followsTitle, nearestBelow } from './below-title.js'
import { type Container, findContainer, hanCount } from './container.js'
import { isElement, type Page } from './dom.js'
import type { PageTitle } from './page-title.js'
import { readable, UNSURE } from './readable.js'
import type { SiteRule } from './site-rule.js'

export interface FoundArticle {
  readonly container: Container
  /** Whether its place is known: by a rule, a known system, or right below the title. */
  readonly sure: boolean
}

/**
 * Where the article of a page stands: by the house's rule, the systems' markup or the density of sentences; what stands above it
 * in the same box is cut off. Where these find little and not below the title, the general reader is asked.
 */
export function findArticle(page: Page, title: PageTitle | null, rule: SiteRule | null): FoundArticle | null {
  const found = findContainer(page, rule)
  if (found !== null && found.how !== 'density')
    return { container: found.how === 'rule' ? found : belowTitle(page, found, title), sure: true }
  const cut = found === null ? null : belowTitle(page, found, title)
  if (cut !== null && followsTitle(page, cut.element, title)) return { container: cut, sure: true }
  const near = nearestBelow(page, title)
  if (near !== null) return { container: near, sure: true }
  const general = cut === null || hanCount(page(cut.element).text()) < UNSURE ? readable(page, cut) : null
  const container = general ?? cut ?? wholeBody(page)
  return container === null ? null : { container, sure: false }
}

export function wholeBody(page: Page): Container | null {
  const body = page('body').get(0)
  return body !== undefined && isElement(body) ? { element: body, how: 'body' } : null
}

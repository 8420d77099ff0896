import { Readability } from '@mozilla/readability'
import { load } from 'cheerio'
import { parseHTML } from 'linkedom'
import { type Container, hanCount } from './container.js'
import { isElement, type Page } from './dom.js'

/** House: density is unsure of bodies shorter than this; there the general reader is asked too (collect-and-proof §1). */
export const UNSURE = 200

/** House: it also takes the lines of source and date with it; only half as much again is another body. */
const MUCH_MORE = 1.5

/** What the general article reader finds in a page, when it finds much more than `found`; else null. */
export function readable(page: Page, found: Container | null): Container | null {
  const { document } = parseHTML(page.html())
  const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()
  const other = load(article?.content ?? '')
  const body = other('body').get(0)
  if (body === undefined || !isElement(body)) return null
  const own = found === null ? 0 : hanCount(page(found.element).text())
  return hanCount(other(body).text()) > MUCH_MORE * own ? { element: body, how: 'readability' } : null
}

import { invalid, type ListRule } from '#lib/editorial'
import { declaredCharset, decodeText } from '../decode-text.js'
import { hanCount } from '../html/container.js'
import { type Element, isElement, openPage, type Page } from '../html/dom.js'
import { absoluteAddress } from '../html/inline-look.js'
import { type ItemLink, linksByWay, wayTo } from './item-rows.js'
import { dateIn, rowFacts } from './row-facts.js'
import { eachOnce, oneLine, type Watched, type WatchedItem } from './watched-item.js'

/** A list read, and how it is set on its page. */
export interface ListRead extends Watched {
  /** The way to its links in the page's markup: another way is another layout. Null where nothing is listed. */
  readonly layout: string | null
}

/** House: fewer links of one kind are no list. */
const SHORTEST_LIST = 3

/**
 * The articles a page lists, in its order: by the rule an editor wrote, or else the links that stand in rows alike, with titles and dates.
 * A page that lists nothing has no items. Refuses `ingest/too-large`, `ingest/too-deep`, `ingest/bad-list-rule`.
 */
export function readListPage(bytes: Uint8Array, url: string, rule: ListRule | null = null): ListRead {
  const { text } = decodeText(bytes, declaredCharset(bytes))
  const page = openPage(text, url)
  const title = oneLine(page('head > title').first().text())
  const read = rule === null ? byItself(page, url) : byRule(page, url, rule)
  return { title: title === '' ? null : title, items: eachOnce(read.items), layout: read.layout }
}

interface Found {
  readonly items: readonly WatchedItem[]
  readonly layout: string | null
}

function byItself(page: Page, url: string): Found {
  const lists = [...linksByWay(page, url)].filter(([, links]) => links.length >= SHORTEST_LIST)
  const judged = lists.map(([way, links]) => ({ way, items: links.map(itemOf) }))
  const best = judged.sort((a, b) => weight(b.items) - weight(a.items))[0]
  return { items: best?.items ?? [], layout: best?.way ?? null }
}

const itemOf = ({ row, title, url }: ItemLink): WatchedItem => ({ title: oneLine(title), url, ...rowFacts(row, title, url) })

/** Long titles and dates make a list of articles; links to other places do not. House: weighed on the markup of thirty systems. */
function weight(items: readonly WatchedItem[]): number {
  const characters = items.reduce((sum, item) => sum + Math.min(hanCount(item.title), 30), 0)
  const dated = items.filter((item) => item.date !== null).length / items.length
  return characters * (1 + 3 * dated)
}

function byRule(page: Page, url: string, rule: ListRule): Found {
  const rows = select(page, rule.item)
  const items = rows.flatMap((row): WatchedItem[] => {
    const link = linkIn(page, row, rule)
    const address = link === null ? null : absoluteAddress(link.attribs.href ?? '', url)
    const title = oneLine(titleIn(page, row, link, rule))
    if (address === null || !/^https?:/i.test(address) || title === '') return []
    const facts = rowFacts(row, title, address)
    const dated =
      rule.date === undefined
        ? null
        : dateIn(
            within(page, row, rule.date)
              .map((one) => page(one).text())
              .join('\n'),
          )
    return [{ title, url: address, ...facts, date: dated ?? facts.date }]
  })
  return { items, layout: rows[0] === undefined ? null : wayTo(rows[0]) }
}

function linkIn(page: Page, row: Element, rule: ListRule): Element | null {
  if (rule.link !== undefined) return within(page, row, rule.link)[0] ?? null
  return row.name === 'a' ? row : (page(row).find('a[href]').toArray().find(isElement) ?? null)
}

function titleIn(page: Page, row: Element, link: Element | null, rule: ListRule): string {
  const element = rule.title === undefined ? link : (within(page, row, rule.title)[0] ?? link)
  if (element === null) return ''
  return page(element).text().trim() || (element.attribs.title ?? '')
}

function select(page: Page, selector: string): Element[] {
  return guarded(selector, () => page(selector).toArray().filter(isElement))
}

function within(page: Page, row: Element, selector: string): Element[] {
  return guarded(selector, () => [...(page(row).is(selector) ? [row] : []), ...page(row).find(selector).toArray().filter(isElement)])
}

function guarded(selector: string, find: () => Element[]): Element[] {
  try {
    return find()
  } catch {
    throw invalid('ingest/bad-list-rule', { text: selector })
  }
}

import { hanCount } from '../html/container.js'
import { type Element, isElement, type Node, type Page } from '../html/dom.js'
import { absoluteAddress } from '../html/inline-look.js'

/** A link that may be an article's, and the row it stands in. */
export interface ItemLink {
  readonly link: Element
  readonly row: Element
  readonly title: string
  readonly url: string
}

/** Words of links that lead about in a site. House: met under lists of thirty systems. */
const LEADS_ABOUT =
  /^(?:更多|more|首页|上一页|下一页|上页|下页|尾页|末页|返回.{0,4}|登录|注册|English|设为首页|加入收藏|网站地图|联系我们)[>»…\s]*$/i

/** House: a title has at least this many Chinese characters; menus have two to four. */
const SHORTEST_TITLE = 6

/** Where lists never stand. */
const NEVER_LISTS = 'script,style,noscript,template,nav,header,footer,form,select,.nav,.footer,.header,.crumbs,.breadcrumb,.pagination'

const parentOf = (element: Element): Element | null => {
  const parent = element.parent as Node | null
  return parent !== null && isElement(parent) ? parent : null
}

/** The title a link shows, or says in full where the shown one is cut. */
function titleOf(page: Page, link: Element): string {
  const shown = page(link).text().replace(/\s+/g, ' ').trim()
  const said = (link.attribs.title ?? '').replace(/\s+/g, ' ').trim()
  const cut = /(?:…|\.{2,})$/.test(shown) || (said.length > shown.length && said.startsWith(shown))
  return said !== '' && (cut || shown === '') ? said : shown
}

/** How an element is set: its name and first class, numbers and states taken off, so that rows of one list look the same. */
function lookOf(element: Element): string {
  const first = (element.attribs.class ?? '').trim().split(/\s+/)[0] ?? ''
  const plain = first.replace(/\d+/g, '').replace(/^(?:odd|even|first|last|active|current|on|cur|line)[-_]?$/i, '')
  return plain === '' ? element.name : `${element.name}.${plain}`
}

/** The way from the page to a link: links of one list share it. */
export function wayTo(link: Element): string {
  const way: string[] = []
  for (let element: Element | null = link; element !== null && element.name !== 'body'; element = parentOf(element))
    way.unshift(lookOf(element))
  return way.join('>')
}

/** All links that may lead to articles, by the way to them. */
export function linksByWay(page: Page, base: string): Map<string, ItemLink[]> {
  page(NEVER_LISTS).remove()
  const groups = new Map<string, Omit<ItemLink, 'row'>[]>()
  for (const link of page('a[href]').toArray().filter(isElement)) {
    const title = titleOf(page, link)
    const url = absoluteAddress(link.attribs.href ?? '', base)
    if (url === null || !/^https?:/i.test(url) || LEADS_ABOUT.test(title) || hanCount(title) < SHORTEST_TITLE) continue
    const way = wayTo(link)
    groups.set(way, [...(groups.get(way) ?? []), { link, title, url }])
  }
  return new Map([...groups].map(([way, links]) => [way, withRows(links)]))
}

/** The row of a link is the largest element round it that holds no other link of the list. */
function withRows(links: readonly Omit<ItemLink, 'row'>[]): ItemLink[] {
  const holders = new Map<Element, number>()
  for (const { link } of links)
    for (let element: Element | null = link; element !== null; element = parentOf(element))
      holders.set(element, (holders.get(element) ?? 0) + 1)
  return links.map((one) => {
    let row: Element = one.link
    for (let up = parentOf(row); up !== null && up.name !== 'body' && holders.get(up) === 1; up = parentOf(up)) row = up
    return { ...one, row }
  })
}

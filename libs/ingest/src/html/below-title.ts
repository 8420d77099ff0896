import { comparable } from '../forms/characters.js'
import { type Container, hanCount } from './container.js'
import { type Element, isElement, isText, type Node, type Page } from './dom.js'
import { linesOf, textAround } from './page-lines.js'
import type { PageTitle } from './page-title.js'

/** House: a line of source, date and author under a title has no sentence and fewer than 120 characters. */
const LONGEST_INFORMATION = 120
/** House: after the last sentence come names, dates and files, each on a line. */
const LONGEST_CLOSING = 60
const INFORMS = /来\s*源|发布|时间|日期|作者|编辑|字号|字体|浏览|点击|阅读|分享|打印|\d{4}\s*[-年/.]\s*\d{1,2}/

/** A container that holds the title too, cut down to what stands below title, source and date. */
export function belowTitle(page: Page, container: Container, title: PageTitle | null): Container {
  if (title?.element == null || !holds(container.element, title.element)) return container
  let box = container.element
  let rest = after(box, title.element)
  while (!rest.some((node) => sentences(node) > 0)) {
    const inner = childHolding(box, title.element)
    if (inner === null || inner === title.element) return container
    box = inner
    rest = after(box, title.element)
  }
  const cut = cutBelow(page, box, title.element)
  return cut === null ? container : { element: cut, how: container.how }
}

/** What stands in a box below the child that holds the title: without information above and lists of links below; null without a sentence. */
function cutBelow(page: Page, box: Element, title: Element): Element | null {
  const rest = after(box, title)
  const below = rest.slice(rest.findIndex((node) => !isInformation(node)))
  const last = below.findLastIndex((node) => sentences(node) > 0 && !isLinks(page, node))
  if (last < 0) return null
  const closing = below.slice(last + 1)
  const end = closing.findIndex((node) => isLinks(page, node) || textOf(node).trim().length > LONGEST_CLOSING)
  const kept = below.slice(0, end < 0 ? below.length : last + 1 + end)
  return wrapped(page, kept)
}

/** What stands nearest below the title: for bodies so short that the sentences of other parts outweigh them. */
export function nearestBelow(page: Page, title: PageTitle | null): Container | null {
  for (let element = title?.element ?? null; element !== null && element.name !== 'body'; element = parentOf(element)) {
    const parent = parentOf(element)
    if (parent === null) return null
    const box = cutBelow(page, parent, element)
    if (box !== null) return { element: box, how: 'below the title' }
  }
  return null
}

const parentOf = (element: Element): Element | null => {
  const { parent } = element
  return parent !== null && isElement(parent as Node) ? (parent as Element) : null
}

/** House: between a title and its body stand source, date and tools, never 200 characters and never a sentence. */
const LONGEST_GAP = 200

/** Whether a body stands right below the title of the page: then it is the article, however short. */
export function followsTitle(page: Page, body: Element, title: PageTitle | null): boolean {
  if (title === null) return false
  const { before } = textAround(page, body)
  const solid = comparable(before)
  const at = solid.lastIndexOf(comparable(title.value))
  const gap = solid.slice(at + comparable(title.value).length)
  return at >= 0 && gap.length <= LONGEST_GAP && !gap.includes('。')
}

const holds = (element: Element, wanted: Element): boolean => element === wanted || childHolding(element, wanted) !== null

const childHolding = (element: Element, wanted: Element): Element | null =>
  (element.children as Node[]).filter(isElement).find((child) => holds(child, wanted)) ?? null

/** The children after the one that holds the title. */
function after(box: Element, title: Element): Node[] {
  const children = box.children as Node[]
  const holder = childHolding(box, title)
  return holder === null ? [] : children.slice(children.indexOf(holder) + 1)
}

const textOf = (node: Node): string => (isText(node) ? node.data : isElement(node) ? linesOf(node) : '')

const sentences = (node: Node): number => (hanCount(textOf(node)) >= 10 ? (textOf(node).match(/[。！？；，]/g)?.length ?? 0) : 0)

function isInformation(node: Node): boolean {
  const text = textOf(node).trim()
  return (
    text === '' ||
    (text.length <= LONGEST_INFORMATION && !/。/.test(text) && INFORMS.test(text)) ||
    (isElement(node) && /^h[1-3]$/.test(node.name))
  )
}

/** House: what is links for the most part is a list of other pages. */
const isLinks = (page: Page, node: Node): boolean =>
  isElement(node) && hanCount(page(node).find('a').text()) > 0.5 * hanCount(page(node).text())

function wrapped(page: Page, nodes: readonly Node[]): Element {
  const box = page('<div></div>')
  page(nodes[0] as Element).before(box)
  for (const node of nodes) box.append(page(node as Element))
  return box.get(0) as unknown as Element
}

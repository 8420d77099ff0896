import { type Element, isElement, isText, type Node, type Page } from './dom.js'
import { CONTAINERS, LEAST_CHARACTERS } from './site-rules.js'

export interface Container {
  readonly element: Element
  /** `selector .TRS_Editor`, `density`, `body`. */
  readonly how: string
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
export const hanCount = (text: string): number => count(text, /\p{Script=Han}/gu)

/** Where the article stands: by the known systems' markup, else where the full stops are dense. */
export function findContainer(page: Page): Container | null {
  for (const selector of CONTAINERS) {
    const found = page(selector).toArray().filter(isElement)
    const best = found.sort((a, b) => hanCount(page(b).text()) - hanCount(page(a).text()))[0]
    if (best !== undefined && hanCount(page(best).text()) >= LEAST_CHARACTERS) return { element: best, how: `selector ${selector}` }
  }
  const dense = densest(page)
  return dense === null ? null : { element: dense, how: 'density' }
}

/** House: a paragraph gives all its marks to its parent, a part to the elements above; found on 44 pages. */
const SHARES = [1, 0.6, 0.3]
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'td',
  'li',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'main',
  'center',
  'font',
  'span',
])
/** House: a list of links is no article, however many full stops stand in it. */
const MOST_LINKED = 0.5

/** The element whose paragraphs hold the most sentence marks. */
export function densest(page: Page): Element | null {
  const scores = new Map<Element, number>()
  const body = page('body').get(0)
  if (body === undefined) return null
  scoreBelow(body, scores)
  const ranked = [...scores].filter(([element]) => linkedShare(page, element) < MOST_LINKED).sort((a, b) => b[1] - a[1])
  return ranked[0]?.[0] ?? null
}

function scoreBelow(element: Element, scores: Map<Element, number>): void {
  const own = ownText(element)
  const marks = count(own, /[，。；：！？、”]/g) + Math.min(hanCount(own) / 40, 3)
  if (own.trim().length >= 10 && marks > 0) share(element, marks, scores)
  for (const child of element.children) if (isElement(child)) scoreBelow(child, scores)
}

/** Text that stands in an element and in the small elements inside its lines. */
function ownText(element: Element): string {
  return element.children
    .map((child: Node) => (isText(child) ? child.data : isElement(child) && !BLOCKS.has(child.name) ? inlineText(child) : ''))
    .join('')
}

const inlineText = (element: Element): string =>
  ['script', 'style', 'a'].includes(element.name)
    ? ''
    : element.children.map((child: Node) => (isText(child) ? child.data : isElement(child) ? inlineText(child) : '')).join('')

function share(element: Element, marks: number, scores: Map<Element, number>): void {
  let above = element.name === 'div' || element.name === 'td' ? element : element.parent
  for (const part of SHARES) {
    if (above === null || !isElement(above) || above.name === 'html') return
    scores.set(above, (scores.get(above) ?? 0) + marks * part)
    above = above.parent
  }
}

function linkedShare(page: Page, element: Element): number {
  const whole = hanCount(page(element).text())
  return whole === 0 ? 1 : hanCount(page(element).find('a').text()) / whole
}

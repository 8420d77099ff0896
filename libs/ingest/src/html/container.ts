import { type Element, isElement, isText, type Node, type Page } from './dom.js'
import { INLINE } from './inline-look.js'
import { ruleElement, type SiteRule } from './site-rule.js'
import { BESIDE, CONTAINERS, LEAST_CHARACTERS } from './site-rules.js'

export interface Container {
  readonly element: Element
  /** `rule`, `selector .TRS_Editor`, `density`, `readability`, `body`. */
  readonly how: string
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
export const hanCount = (text: string): number => count(text, /\p{Script=Han}/gu)

/** Where the article stands: by the known systems' markup, else where the full stops are dense. */
export function findContainer(page: Page, rule: SiteRule | null = null): Container | null {
  const ruled = ruleElement(page, rule)
  if (ruled !== null) return { element: ruled, how: 'rule' }
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
  if (isBeside(element)) return
  const own = ownText(element)
  const marks = count(own, /[，。；：！？、”]/g) + Math.min(hanCount(own) / 40, 3)
  if (own.trim().length >= 10 && marks > 0) share(element, marks, scores)
  for (const child of element.children) if (isElement(child) && !isInLine(child)) scoreBelow(child, scores)
}

const isBeside = (element: Element): boolean =>
  element.name !== 'body' &&
  (BESIDE.test(element.attribs.class ?? '') || BESIDE.test(element.attribs.id ?? '') || ['aside', 'footer', 'nav'].includes(element.name))

/** Text that stands in an element and in the small elements inside its lines. */
function ownText(element: Element): string {
  return element.children
    .map((child: Node) => (isText(child) ? child.data : isElement(child) && isInLine(child) ? inlineText(child) : ''))
    .join('')
}

/** font and span are lines or boxes, by what they hold. */
const isInLine = (element: Element): boolean =>
  INLINE.has(element.name) &&
  !element.children.some((child: Node) => isElement(child) && !isInLine(child) && child.name !== 'br' && child.name !== 'img')

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

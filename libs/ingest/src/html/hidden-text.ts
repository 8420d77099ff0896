import type { Warning } from '#lib/editorial'
import { hanCount } from './container.js'
import { type Element, isElement, type Page } from './dom.js'
import { clean } from './read-value.js'

/** A size so small that nobody reads it. */
const NOTHING = '0*(?:0|1|2)(?:\\.\\d+)?(?:px|pt)?|0(?:\\.0+)?(?:em|rem|%|vw|vh)?'

/** Ways in which a style keeps words out of sight. House: the forms of hidden links (暗链) met on sites of universities. */
const OUT_OF_SIGHT = [
  /(?:^|;)\s*display\s*:\s*none/,
  /(?:^|;)\s*opacity\s*:\s*0*(?:\.0\d*|0)?\s*(?:;|$|!)/,
  /(?:^|;)\s*(?:text-indent|left|right|top|bottom|margin|margin-left|margin-top)\s*:\s*-\d{3,}/,
  /(?:^|;)\s*clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01]/,
  /(?:^|;)\s*clip-path\s*:\s*inset\(\s*(?:50|100)%/,
  /(?:^|;)\s*transform\s*:\s*scale\(\s*0?\.?0*\s*\)/,
  /(?:^|;)\s*color\s*:\s*(?:transparent|rgba\([^)]*,\s*0?\.?0+\s*\))/,
]

/** What a box says of its words, and a box in it may say otherwise: editors of WeChat texts wrap words of all sizes into boxes of size 0. */
const UNLESS_INSIDE: readonly (readonly [hides: RegExp, shows: RegExp])[] = [
  [
    new RegExp(`(?:^|;)\\s*font-size\\s*:\\s*(?:${NOTHING})\\s*(?:;|$|!)`),
    /(?:^|;)\s*font-size\s*:\s*(?:[3-9]|\d{2}|0?\.[5-9]|1(?:\.\d+)?r?em|[a-z]*(?:small|medium|large))/,
  ],
  [/(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)/, /(?:^|;)\s*visibility\s*:\s*visible/],
]

/** A box without height or width that shows nothing of what it holds. */
const NO_BOX = new RegExp(`(?:^|;)\\s*(?:max-)?(?:height|width)\\s*:\\s*(?:${NOTHING})\\s*(?:;|$|!)`)

/** House: longer hidden text is the article behind 展开全文, and stays. In Chinese characters. */
const AN_ARTICLE = 200

/** Takes words out of a body that no reader of the page sees, and says which. The body itself may be hidden: WeChat shows it by a script. */
export function removeHidden(page: Page, body: Element): Warning[] {
  const hidden = page(body)
    .find('[style],[hidden],marquee[height="0"],marquee[width="0"]')
    .toArray()
    .filter(isElement)
    .filter((element) => isHidden(page, element) && hanCount(page(element).text()) < AN_ARTICLE)
  const texts = hidden.map((element) => clean(page(element).text())).filter((text) => text !== '')
  page(hidden).remove()
  return texts.map((text) => ({ code: 'ingest/removed-hidden', params: { text: text.slice(0, 60) } }))
}

function isHidden(page: Page, element: Element): boolean {
  if (element.name === 'marquee' || element.attribs.hidden !== undefined) return true
  const style = styleOf(element)
  if (style === '') return false
  if (OUT_OF_SIGHT.some((form) => form.test(style)) || (NO_BOX.test(style) && /overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/.test(style)))
    return true
  const inner = (): string[] => page(element).find('[style]').toArray().filter(isElement).map(styleOf)
  return UNLESS_INSIDE.some(([hides, shows]) => hides.test(style) && !inner().some((one) => shows.test(one)))
}

const styleOf = (element: Element): string => (element.attribs.style ?? '').toLowerCase().replace(/\/\*.*?\*\//g, '')

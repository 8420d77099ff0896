import type { Warning } from '#lib/editorial'
import { hanCount } from './container.js'
import { type Element, isElement, type Page } from './dom.js'
import { clean } from './read-value.js'

/** A size so small that nobody reads it. */
const NOTHING = '0*(?:0|1|2)(?:\\.\\d+)?(?:px|pt)?|0(?:\\.0+)?(?:em|rem|%|vw|vh)?'

/** Ways in which a style keeps words out of sight. House: the forms of hidden links (暗链) met on sites of universities. */
const OUT_OF_SIGHT = [
  /(?:^|;)\s*display\s*:\s*none/,
  /(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)/,
  /(?:^|;)\s*opacity\s*:\s*0*(?:\.0\d*|0)?\s*(?:;|$|!)/,
  new RegExp(`(?:^|;)\\s*font-size\\s*:\\s*(?:${NOTHING})\\s*(?:;|$|!)`),
  /(?:^|;)\s*(?:text-indent|left|right|top|bottom|margin|margin-left|margin-top)\s*:\s*-\d{3,}/,
  /(?:^|;)\s*clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01]/,
  /(?:^|;)\s*clip-path\s*:\s*inset\(\s*(?:50|100)%/,
  /(?:^|;)\s*transform\s*:\s*scale\(\s*0?\.?0*\s*\)/,
  /(?:^|;)\s*color\s*:\s*(?:transparent|rgba\([^)]*,\s*0?\.?0+\s*\))/,
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
    .filter((element) => isHidden(element) && hanCount(page(element).text()) < AN_ARTICLE)
  const texts = hidden.map((element) => clean(page(element).text())).filter((text) => text !== '')
  page(hidden).remove()
  return texts.map((text) => ({ code: 'ingest/removed-hidden', params: { text: text.slice(0, 60) } }))
}

function isHidden(element: Element): boolean {
  if (element.name === 'marquee' || element.attribs.hidden !== undefined) return true
  const style = (element.attribs.style ?? '').toLowerCase().replace(/\/\*.*?\*\//g, '')
  if (style === '') return false
  return OUT_OF_SIGHT.some((form) => form.test(style)) || (NO_BOX.test(style) && /overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/.test(style))
}

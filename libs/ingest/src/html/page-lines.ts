import { type Element, isElement, isText, type Node, type Page } from './dom.js'

const SKIPPED = new Set(['script', 'style', 'noscript', 'template'])
/** Elements that only change the look of words in a line. */
const IN_LINE = new Set(['b', 'strong', 'font', 'u', 'sup', 'sub', 'i'])

/** The text of an element as lines: every element stands on a line of its own, so that labels and values do not run together. */
export const linesOf = (element: Element): string => tidyLines(spaced(element.children as Node[]))

/** The text in front of a body and the text after it, in the order of the page. */
export function textAround(page: Page, body: Element): { readonly before: string; readonly after: string } {
  const before: string[] = []
  const after: string[] = []
  for (let node: Element | null = body; node !== null && node.name !== 'body'; node = parentOf(node)) {
    const siblings: Node[] = (parentOf(node)?.children as Node[] | undefined) ?? []
    const at = siblings.indexOf(node)
    before.unshift(spaced(siblings.slice(0, at)))
    after.push(spaced(siblings.slice(at + 1)))
  }
  const whole = before.length === 0 ? spaced((page('body').get(0)?.children as Node[] | undefined) ?? []) : before.join('\n')
  return { before: tidyLines(whole), after: tidyLines(after.join('\n')) }
}

const parentOf = (element: Element): Element | null => {
  const { parent } = element
  return parent !== null && isElement(parent as Node) ? (parent as Element) : null
}

function spaced(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.type === 'text' ? node.data : ''
      if (!isElement(node) || SKIPPED.has(node.name)) return ''
      const inner = spaced(node.children as Node[])
      return IN_LINE.has(node.name) ? inner : `\n${inner}\n`
    })
    .join('')
}

const tidyLines = (text: string): string =>
  text
    .replace(/[ \t\u00a0\u3000]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()

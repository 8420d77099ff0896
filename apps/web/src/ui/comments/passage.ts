import { type ArticleContent, blockText } from '#lib/editorial'

/** Words of a block that somebody chose. */
export interface ChosenPassage {
  readonly block: number
  readonly field: null
  readonly from: number
  readonly to: number
  readonly quote: string
}

/**
 * The words chosen on a sheet, counted as findings and comments count them; null where nothing of the text is chosen.
 * Every stretch of text on a sheet says where it begins in its block (`data-at`). A choice over several blocks ends with the first.
 */
export function chosenPassage(sheet: HTMLElement, content: ArticleContent): ChosenPassage | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!sheet.contains(range.startContainer)) return null
  const stretches = [...sheet.querySelectorAll<HTMLElement>('[data-block] [data-at]')].filter((one) => range.intersectsNode(one))
  const first = stretches[0]
  const block = first === undefined ? -1 : blockOf(first)
  const last = stretches.findLast((one) => blockOf(one) === block)
  const whole = content.blocks[block]
  if (first === undefined || last === undefined || whole === undefined) return null
  const from = placeIn(first, range.startContainer, range.startOffset, 'start')
  const to = placeIn(last, range.endContainer, range.endOffset, 'end')
  return from < to ? { block, field: null, from, to, quote: blockText(whole).slice(from, to) } : null
}

const blockOf = (stretch: HTMLElement): number => Number(stretch.closest<HTMLElement>('[data-block]')?.dataset.block ?? -1)

/** An edge that lies outside the stretch takes all of it. */
function placeIn(stretch: HTMLElement, node: Node, offset: number, edge: 'start' | 'end'): number {
  const start = Number(stretch.dataset.at)
  const inside = node.nodeType === Node.TEXT_NODE && stretch.contains(node)
  if (inside) return start + offset
  return edge === 'start' ? start : start + (stretch.textContent?.length ?? 0)
}

import type { Node } from '@tiptap/pm/model'
import { blocksOf } from './doc-to-content.js'

/** A stretch of a block's text and where it stands in the document; a label the document holds as an attribute has no place. */
interface Stretch {
  readonly offset: number
  readonly length: number
  readonly at: number | null
}

/** Where the text of a block, as findings and comments count it, stands in the document. `at` is the position before the block. */
export function stretchesOf(block: Node, at: number): Stretch[] {
  const stretches: Stretch[] = []
  let offset = 0
  let first = true
  const line = (node: Node, start: number, label = ''): void => {
    if (!first) offset += 1
    first = false
    if (label !== '') stretches.push({ offset, length: label.length, at: null })
    offset += label.length
    offset = inlineStretches(node, start, offset, stretches)
  }
  if (block.isTextblock) line(block, at + 1)
  else
    block.descendants((node, position) => {
      if (!node.isTextblock) return true
      const silent = (node.type.name === 'tableCaption' || node.type.name === 'tableNote') && node.content.size === 0
      if (!silent) line(node, at + 1 + position + 1, node.type.name === 'listItem' ? String(node.attrs.label) : '')
      return false
    })
  return stretches
}

function inlineStretches(node: Node, start: number, from: number, into: Stretch[]): number {
  let offset = from
  node.forEach((child, position) => {
    if (!child.isText) return
    const length = child.text?.length ?? 0
    into.push({ offset, length, at: start + position })
    offset += length
  })
  return offset
}

/** The document's range for a range of a block's text; undefined where that stands in no text of the document. */
export function rangeIn(block: Node, at: number, from: number, to: number): { from: number; to: number } | undefined {
  const stretches = stretchesOf(block, at)
  const start = placeOf(stretches, from, 'start')
  const end = placeOf(stretches, to, 'end')
  return start === undefined || end === undefined || end < start ? undefined : { from: start, to: end }
}

/** Where a position of the document stands in the text of the block around it; undefined outside its words. */
export function offsetIn(block: Node, at: number, position: number): number | undefined {
  const around = stretchesOf(block, at).find((one) => one.at !== null && position >= one.at && position <= one.at + one.length)
  return around === undefined || around.at === null ? undefined : around.offset + (position - around.at)
}

function placeOf(stretches: readonly Stretch[], offset: number, edge: 'start' | 'end'): number | undefined {
  const inside = stretches.filter((one) => one.at !== null && offset >= one.offset && offset <= one.offset + one.length)
  const found = edge === 'start' ? inside.at(-1) : inside[0]
  return found === undefined || found.at === null ? undefined : found.at + (offset - found.offset)
}

/** The blocks of the document that are kept when it is saved, each with the position before it: the n-th is block n of the saved version. */
export function keptBlocks(doc: Node): { node: Node; at: number }[] {
  const kept: { node: Node; at: number }[] = []
  doc.forEach((node, at) => {
    if (blocksOf({ type: 'doc', content: [node.toJSON()] }).length > 0) kept.push({ node, at })
  })
  return kept
}

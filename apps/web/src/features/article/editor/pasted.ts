import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'

/** House: a line longer than this is no heading, whatever it begins with. */
const LONGEST_HEADING = 60

const headings: readonly (readonly [RegExp, number])[] = [
  [/^[一二三四五六七八九十百]+、/, 1],
  [/^（[一二三四五六七八九十百]+）/, 2],
]

/** Chinese headings are formatting only: 一、 is level 1, （一） level 2, when the line is short and no sentence ends in it. */
export function headingLevel(line: string): number | undefined {
  const text = line.trim()
  if (text.length > LONGEST_HEADING || /[。；！？：]/.test(text.slice(0, -1)) || /[，。；：、]$/.test(text)) return undefined
  return headings.find(([mark]) => mark.test(text))?.[1]
}

/** What no text of a bulletin may hold; spaces of all kinds at the ends are indents typed by hand. */
const cleaned = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\u200b\ufeff]/gu, '').replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')

/** Plain text as blocks, one a line. */
export function blocksFromText(text: string, schema: Schema): Slice {
  const lines = text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map(cleaned)
    .filter((line) => line !== '')
  if (lines.length <= 1) return new Slice(Fragment.from((lines[0] ?? '') === '' ? null : schema.text(lines[0] ?? '')), 0, 0)
  return new Slice(Fragment.from(lines.map((line) => lineNode(line, schema))), 1, 1)
}

function lineNode(line: string, schema: Schema): Node {
  const level = headingLevel(line)
  return level === undefined ? schema.node('paragraph', null, schema.text(line)) : schema.node('heading', { level }, schema.text(line))
}

/** Pasted paragraphs that read as headings become headings; empty ones go. */
export function tidied(slice: Slice, schema: Schema): Slice {
  if (slice.content.childCount <= 1) return slice
  const nodes: Node[] = []
  slice.content.forEach((node) => {
    if (node.type.name !== 'paragraph') nodes.push(node)
    else if (node.textContent.trim() !== '' || node.content.size > node.textContent.length) nodes.push(asHeading(node, schema))
  })
  return nodes.length === 0 ? Slice.empty : new Slice(Fragment.from(nodes), Math.min(slice.openStart, 1), Math.min(slice.openEnd, 1))
}

function asHeading(node: Node, schema: Schema): Node {
  const level = headingLevel(node.textContent)
  return level === undefined ? node : schema.node('heading', { level }, node.content)
}

/** Takes out of pasted HTML what is no text: styles, comments, Office's own marks. */
export const bareHtml = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|xml|title)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?o:p[^>]*>/gi, '')

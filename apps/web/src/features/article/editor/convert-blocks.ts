import type { JSONContent } from '@tiptap/react'

/** What a block can be made into from the tool bar. */
export const blockChoices = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'addressee',
  'documentNumber',
  'quote',
  'turn',
  'list',
  'letterHeading',
  'signature',
  'annexStart',
  'attribution',
  'authorNote',
  'linkLine',
] as const
export type BlockChoice = (typeof blockChoices)[number]

type Inline = JSONContent[]

const PLAIN: ReadonlySet<string> = new Set(['letterHeading', 'documentNumber', 'attribution', 'linkLine'])
const RICH: ReadonlySet<string> = new Set(['paragraph', 'heading', 'addressee', 'quote', 'authorNote'])

/** What the block is among the choices; undefined for tables, figures and separators. */
export function choiceOf(node: { readonly type: string; readonly level?: number | undefined }): BlockChoice | undefined {
  const name = node.type === 'heading' ? `heading${node.level ?? 1}` : node.type
  return blockChoices.find((one) => one === name)
}

const words = (inline: Inline): string => inline.map((node) => node.text ?? '').join('')

const text = (content: string): Inline => (content === '' ? [] : [{ type: 'text', text: content }])

/** The lines a block consists of; undefined for what has no lines to be made into something else. */
function linesOf(node: JSONContent): Inline[] | undefined {
  const content = node.content ?? []
  if (RICH.has(node.type ?? '') || PLAIN.has(node.type ?? '')) return [content]
  switch (node.type) {
    case 'signature':
    case 'annexStart':
      return content.map((one) => one.content ?? [])
    case 'list':
      return content.map((item) => [...text(String(item.attrs?.label ?? '')), ...(item.content ?? [])])
    case 'turn': {
      const [speaker, first, ...rest] = content
      const name = words(speaker?.content ?? [])
      return [[...text(name === '' ? '' : `${name}：`), ...(first?.content ?? [])], ...rest.map((one) => one.content ?? [])]
    }
    default:
      return undefined
  }
}

/** Takes the first signs off a line. */
function without(inline: Inline, count: number): Inline {
  let left = count
  return inline.flatMap((node) => {
    const length = node.text?.length ?? 0
    if (node.type !== 'text' || left === 0) return [node]
    const cut = Math.min(left, length)
    left -= cut
    return cut === length ? [] : [{ ...node, text: (node.text ?? '').slice(cut) }]
  })
}

/**
 * Makes blocks into another kind, line by line: a signature finds its date, a turn its speaker, a list its labels.
 * Blocks without lines (tables, figures) stay as they are.
 */
export function convertBlocks(nodes: readonly JSONContent[], choice: BlockChoice): JSONContent[] {
  const out: JSONContent[] = []
  let lines: Inline[] = []
  const flush = (): void => {
    if (lines.length > 0) out.push(...built(lines, choice))
    lines = []
  }
  for (const node of nodes) {
    const found = linesOf(node)
    if (found === undefined) {
      flush()
      out.push(node)
    } else lines.push(...found)
  }
  flush()
  return out
}

function built(lines: readonly Inline[], choice: BlockChoice): JSONContent[] {
  if (choice.startsWith('heading'))
    return lines.map((line) => ({ type: 'heading', attrs: { level: Number(choice.slice(-1)) }, content: line }))
  if (PLAIN.has(choice)) return lines.map((line) => ({ type: choice, content: text(words(line)) }))
  if (choice === 'signature') return [signature(lines)]
  if (choice === 'annexStart') return [annex(lines)]
  if (choice === 'list') return [{ type: 'list', content: lines.map(item) }]
  if (choice === 'turn') return turns(lines)
  return lines.map((line) => ({ type: choice, content: line }))
}

const DATE =
  /^\s*[\d〇○一二三四五六七八九十０-９]{4}\s*年\s*[\d一二三四五六七八九十０-９]{1,3}\s*月(\s*[\d一二三四五六七八九十０-９]{1,3}\s*日)?\s*$/

function signature(lines: readonly Inline[]): JSONContent {
  const all = lines
    .map(words)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const last = all.at(-1)
  const date = last !== undefined && DATE.test(last) ? last : undefined
  const organs = date === undefined ? all : all.slice(0, -1)
  return {
    type: 'signature',
    content: [
      ...(organs.length === 0 ? [''] : organs).map((organ) => ({ type: 'organ', content: text(organ) })),
      ...(date === undefined ? [] : [{ type: 'signatureDate', content: text(date) }]),
    ],
  }
}

function annex(lines: readonly Inline[]): JSONContent {
  const [first = '', ...rest] = lines.map(words).map((line) => line.trim())
  const [, label = '附件', title = first] = /^(附\s*件\s*\d*)\s*[：:]?\s*(.*)$/.exec(first) ?? []
  const heading = [title, ...rest].filter((line) => line !== '').join('')
  return {
    type: 'annexStart',
    content: [
      { type: 'annexLabel', content: text(label) },
      { type: 'annexTitle', content: text(heading) },
    ],
  }
}

const LABEL = /^\s*(\d+[.．、]|[（(]\d+[）)]|[①-⑳]|——|[•·●])\s*/u

function item(line: Inline): JSONContent {
  const found = LABEL.exec(words(line))
  return { type: 'listItem', attrs: { label: found?.[1] ?? '•', level: 0 }, content: without(line, found?.[0].length ?? 0) }
}

const SPEAKER = /^\s*([^：:，。？！]{1,16})[：:]\s*/

const asks = (speaker: string): boolean => /问|记者|主持/.test(speaker)

/** A line that names who speaks begins a turn; the lines after it belong to the same. */
function turns(lines: readonly Inline[]): JSONContent[] {
  const out: JSONContent[] = []
  for (const line of lines) {
    const found = SPEAKER.exec(words(line))
    const paragraph = { type: 'turnParagraph', content: without(line, found?.[0].length ?? 0) }
    const last = out.at(-1)
    if (found === null && last !== undefined) last.content = [...(last.content ?? []), paragraph]
    else {
      const speaker = found?.[1]?.trim() ?? ''
      out.push({
        type: 'turn',
        attrs: { role: asks(speaker) ? 'question' : 'answer' },
        content: [{ type: 'speaker', content: text(speaker) }, paragraph],
      })
    }
  }
  return out
}

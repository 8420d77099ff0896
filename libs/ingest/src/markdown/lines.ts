/** Cuts a Markdown body into its blocks by line, knowing nothing yet of what stands inside them. */

export type MarkdownBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'quote'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly { readonly level: number; readonly text: string }[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly aligns: readonly Align[] }
  | { readonly kind: 'fence'; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: 'note'; readonly key: string; readonly text: string }
  | { readonly kind: 'rule' }

export type Align = 'left' | 'center' | 'right' | null

interface Taken {
  readonly block: MarkdownBlock | null
  readonly used: number
}

type Taker = (lines: readonly string[], at: number) => Taken | null

const takers: readonly Taker[] = [takeBlank, takeFence, takeHeading, takeRule, takeNote, takeQuote, takeTable, takeList]

export function markdownBlocks(body: string): MarkdownBlock[] {
  const lines = body.split('\n')
  const blocks: MarkdownBlock[] = []
  for (let at = 0; at < lines.length; ) {
    const taken = take(lines, at) ?? takeParagraph(lines, at)
    if (taken.block !== null) blocks.push(taken.block)
    at += taken.used
  }
  return blocks
}

function take(lines: readonly string[], at: number): Taken | null {
  for (const taker of takers) {
    const taken = taker(lines, at)
    if (taken !== null) return taken
  }
  return null
}

function takeBlank(lines: readonly string[], at: number): Taken | null {
  return (lines[at] ?? '').trim() === '' ? { block: null, used: 1 } : null
}

/** `::: name` … `:::`; an unclosed fence runs to the end. */
function takeFence(lines: readonly string[], at: number): Taken | null {
  const opened = /^:::\s*(\S+)\s*$/.exec(lines[at] ?? '')
  if (opened?.[1] === undefined) return null
  const length = lines.slice(at + 1).findIndex((line) => /^:::\s*$/.test(line))
  const inner = length < 0 ? lines.slice(at + 1) : lines.slice(at + 1, at + 1 + length)
  return { block: { kind: 'fence', name: opened[1], lines: inner }, used: inner.length + (length < 0 ? 1 : 2) }
}

function takeHeading(lines: readonly string[], at: number): Taken | null {
  const found = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(lines[at] ?? '')
  if (found?.[1] === undefined || found[2] === undefined) return null
  return { block: { kind: 'heading', level: Math.min(found[1].length, 4) as 1 | 2 | 3 | 4, text: found[2] }, used: 1 }
}

function takeRule(lines: readonly string[], at: number): Taken | null {
  return /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(lines[at] ?? '') ? { block: { kind: 'rule' }, used: 1 } : null
}

/** `[^key]: text`, with further lines that are indented. */
function takeNote(lines: readonly string[], at: number): Taken | null {
  const found = /^\[\^([^\]\s]{1,40})\]:\s*(.*)$/.exec(lines[at] ?? '')
  if (found?.[1] === undefined || found[2] === undefined) return null
  const more = run(lines, at + 1, (line) => /^(?: {2,}|\t)\S/.test(line))
  return { block: { kind: 'note', key: found[1], text: joinLines([found[2], ...more]) }, used: 1 + more.length }
}

function takeQuote(lines: readonly string[], at: number): Taken | null {
  const quoted = run(lines, at, (line) => /^\s{0,3}>/.test(line))
  if (quoted.length === 0) return null
  return { block: { kind: 'quote', lines: quoted.map((line) => line.replace(/^\s{0,3}>\s?/, '')) }, used: quoted.length }
}

function takeTable(lines: readonly string[], at: number): Taken | null {
  if (!/\|/.test(lines[at] ?? '') || !/^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[at + 1] ?? '')) return null
  const rows = run(lines, at + 2, (line) => line.includes('|'))
  const aligns = cells(lines[at + 1] ?? '').map(alignOf)
  return { block: { kind: 'table', rows: [lines[at] ?? '', ...rows].map(cells), aligns }, used: rows.length + 2 }
}

/** `- ` and its like; lines that are indented below an item go on with it. */
function takeList(lines: readonly string[], at: number): Taken | null {
  const items: { level: number; text: string }[] = []
  let used = 0
  for (const line of lines.slice(at)) {
    const found = /^(\s*)[-*+]\s+(\S.*)$/.exec(line)
    const last = items.at(-1)
    if (found?.[2] !== undefined) items.push({ level: Math.floor((found[1] ?? '').replace(/\t/g, '  ').length / 2), text: found[2] })
    else if (last !== undefined && /^\s+\S/.test(line)) last.text = joinLines([last.text, line])
    else break
    used += 1
  }
  return used === 0 ? null : { block: { kind: 'list', items }, used }
}

function takeParagraph(lines: readonly string[], at: number): Taken {
  let end = at + 1
  while (end < lines.length && take(lines, end) === null) end += 1
  return { block: { kind: 'paragraph', lines: lines.slice(at, end) }, used: end - at }
}

function run(lines: readonly string[], at: number, goesOn: (line: string) => boolean): string[] {
  const stop = lines.slice(at).findIndex((line) => !goesOn(line))
  return stop < 0 ? lines.slice(at) : lines.slice(at, at + stop)
}

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/\\\|/g, '|'))

function alignOf(rule: string): Align {
  const left = rule.startsWith(':')
  const right = rule.endsWith(':')
  return left && right ? 'center' : right ? 'right' : left ? 'left' : null
}

/** A line break between Latin words is a blank, between Chinese it is nothing. House: collect-and-proof §1.1 (4). */
export function joinLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((text, line) => (text === '' ? line : /[!-~]$/.test(text) && /^[!-~]/.test(line) ? `${text} ${line}` : text + line), '')
}

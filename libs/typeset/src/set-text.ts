import type { Pt, Sheet, TextBlock, TextStyle } from './layout.js'
import { type Breaking, type SetLine, setLines, type Tools } from './lines/set-lines.js'
import { setTabbed } from './lines/set-tabbed.js'
import type { SetText } from './pages/pieces.js'
import { pageFrame } from './word-mode/measures.js'
import { type WordStarts, wordStarts } from './word-mode/word-text.js'

/** How many paragraphs a typesetter remembers before the older half is forgotten. House: ten issues of a hundred pages. */
const REMEMBERED = 8000

/** A text set in lines, and broken as Word will. */
interface TwiceSet {
  readonly lines: readonly SetLine[]
  readonly word: WordStarts
}

/** Lines by paragraph content, style and measure: a changed issue sets only what changed. */
export interface LineMemory {
  fresh: Map<string, TwiceSet>
  old: Map<string, TwiceSet>
}

export const createLineMemory = (): LineMemory => ({ fresh: new Map(), old: new Map() })

/** Sets the text of a block in lines, from memory where the same text was set in the same style before. */
export function setText(tools: Tools, memory: LineMemory, sheet: Sheet, reserve: number, block: TextBlock): SetText {
  const style = sheet.styles[block.style]
  if (style === undefined) throw new Error(`no style ${block.style}`)
  const { measure } = sheet.master
  const key = `${block.style}\n${block.label === undefined ? '' : reserve}\n${JSON.stringify(block.runs)}\n${block.text}`
  const { lines, word } = remembered(memory, key, () => {
    const set = breakBlock(tools, block, style, measure, reserve)
    return { lines: set, word: wordStarts({ ...block, breaks: ownBreaks(block, style, set) }, style, pageFrame(sheet.master).text) }
  })
  const breaks = style.align === 'center' ? ownBreaks(block, style, lines) : undefined
  return { kind: 'set', block: breaks === undefined ? block : { ...block, breaks }, style, lines, word }
}

/** Titles and entries of the contents are broken by us: Word honours the places. */
function ownBreaks(block: TextBlock, style: TextStyle, lines: readonly SetLine[]): number[] | undefined {
  if (lines.length < 2 || (style.align !== 'center' && block.label === undefined)) return undefined
  return lines.slice(1).map((line) => line.from)
}

function remembered(memory: LineMemory, key: string, set: () => TwiceSet): TwiceSet {
  const known = memory.fresh.get(key)
  if (known !== undefined) return known
  const lines = memory.old.get(key) ?? set()
  if (memory.fresh.size >= REMEMBERED) {
    memory.old = memory.fresh
    memory.fresh = new Map()
  }
  memory.fresh.set(key, lines)
  return lines
}

function breakBlock(tools: Tools, block: TextBlock, style: TextStyle, width: Pt, reserve: number): readonly SetLine[] {
  const job = { block, style, width, breaking: block.label === undefined ? breakingOf(style) : ('entry' as const) }
  const tab = tabOf(block)
  if (tab < 0) return setLines(tools, job)
  return setTabbed(tools, job, tab, block.label === undefined ? 0 : reserve * style.size) ?? setLines(tools, job)
}

/** Lines a house style writes itself may part left from right by a tab; in an author's text a tab is a blank. */
const TABBED: ReadonlySet<string> = new Set(['publisher', 'issue-number', 'cover-line', 'colophon'])

function tabOf(block: TextBlock): number {
  if (block.labelFrom !== undefined) return block.labelFrom - 1
  return TABBED.has(block.role) ? block.text.indexOf('\t') : -1
}

/** Centred text is balanced like a title, justified text is fitted, the rest is filled from the left. */
function breakingOf(style: TextStyle): Breaking {
  if (style.align === 'center') return 'balance'
  return style.align === 'justify' ? 'justify' : 'fill'
}

import type { FlowRun, Pt, Sheet, TextBlock, TextStyle } from './layout.js'
import { type Breaking, jobOf, type SetLine, setLines, type Tools } from './lines/set-lines.js'
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

/** A text as it was set: in this style, with these runs, and with room for a number where it is an entry of the contents. */
interface Remembered {
  readonly style: string
  readonly reserve: number | null
  readonly runs: readonly FlowRun[]
  readonly set: TwiceSet
  /** The same text set otherwise. */
  readonly next: Remembered | undefined
}

/** Lines by the text of a paragraph, its style and measure: a changed issue sets only what changed. */
export interface LineMemory {
  fresh: Map<string, Remembered>
  old: Map<string, Remembered>
  /** Texts set since the older half was forgotten. */
  count: number
}

export const createLineMemory = (): LineMemory => ({ fresh: new Map(), old: new Map(), count: 0 })

/** Sets the text of a block in lines, from memory where the same text was set in the same style before. */
export function setText(tools: Tools, memory: LineMemory, sheet: Sheet, reserve: number, block: TextBlock): SetText {
  const style = sheet.styles[block.style]
  if (style === undefined) throw new Error(`no style ${block.style}`)
  const { measure } = sheet.master
  const { lines, word } = remembered(memory, block, block.label === undefined ? null : reserve, () => {
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

function remembered(memory: LineMemory, { text, style, runs }: TextBlock, reserve: number | null, make: () => TwiceSet): TwiceSet {
  const isThis = (one: Remembered): boolean => one.style === style && one.reserve === reserve && sameRuns(one.runs, runs)
  const known = find(memory.fresh.get(text), isThis)
  if (known !== undefined) return known.set
  const set = find(memory.old.get(text), isThis)?.set ?? make()
  if (memory.count >= REMEMBERED) {
    memory.old = memory.fresh
    memory.fresh = new Map()
    memory.count = 0
  }
  memory.count += 1
  memory.fresh.set(text, { style, reserve, runs, set, next: memory.fresh.get(text) })
  return set
}

function find(first: Remembered | undefined, isThis: (one: Remembered) => boolean): Remembered | undefined {
  for (let one = first; one !== undefined; one = one.next) if (isThis(one)) return one
  return undefined
}

/** All a run can say; the type asks for every part of it. */
const PARTS_OF_RUN = Object.keys({
  from: true,
  to: true,
  face: true,
  bold: true,
  italic: true,
  underline: true,
  position: true,
  color: true,
  link: true,
  note: true,
} satisfies Record<keyof FlowRun, true>) as readonly (keyof FlowRun)[]

function sameRuns(one: readonly FlowRun[], other: readonly FlowRun[]): boolean {
  return one === other || (one.length === other.length && one.every((run, index) => sameRun(run, other[index]!)))
}

const sameRun = (one: FlowRun, other: FlowRun): boolean => PARTS_OF_RUN.every((part) => one[part] === other[part])

function breakBlock(tools: Tools, block: TextBlock, style: TextStyle, width: Pt, reserve: number): readonly SetLine[] {
  const job = jobOf(block, style, width, block.label === undefined ? breakingOf(style) : 'entry')
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

import { type FlowBlock, type Layout, type TextBlock, type TextStyle, twips } from '#lib/typeset'
import { escapeXml, namespaces, xmlHeader } from './xml-text.js'

/** A list item's numbering: which list, and that its printed mark is left to Word. */
export interface ItemNumber {
  readonly list: number
}

interface List {
  readonly style: TextStyle
  /** The mark with `%1` for its number, or the mark itself. */
  readonly pattern: string
  readonly format: 'decimal' | 'none'
  readonly start: number
}

/** The lists of a document: items whose marks count up share a list, so that an editor's new item renumbers the rest. */
export interface Numbering {
  readonly items: ReadonlyMap<string, ItemNumber>
  readonly lists: readonly List[]
}

interface Counted {
  readonly before: string
  readonly number: number
  readonly after: string
}

/** Finds the lists of the flow: neighbouring items of one style whose marks go on by one, and marks that do not count. */
export function findLists(layout: Layout): Numbering {
  const lists: List[] = []
  const items = new Map<string, ItemNumber>()
  const running = new Map<string, { list: number; next: number; pattern: string }>()
  const literal = new Map<string, number>()
  for (const block of layout.flow) {
    if (!isItem(block)) {
      running.clear()
      continue
    }
    const style = layout.sheet.styles[block.style]
    if (style === undefined) continue
    const mark = block.text.slice(0, block.markEnd ?? 0)
    const counted = countedMark(mark)
    if (counted === null) items.set(block.id, { list: literalList(lists, literal, style, mark) })
    else items.set(block.id, { list: countedList(lists, running, style, counted) })
  }
  return { items, lists }
}

const isItem = (block: FlowBlock): block is TextBlock => block.kind === 'text' && block.role === 'list-item' && (block.markEnd ?? 0) > 0

/** `（3）` → before （, number 3, after ）; null where the mark does not count in plain figures. */
function countedMark(mark: string): Counted | null {
  const match = /^([^\d%]*)([1-9]\d{0,3})([^\d%]*)$/.exec(mark)
  return match === null ? null : { before: match[1] ?? '', number: Number(match[2]), after: match[3] ?? '' }
}

function literalList(lists: List[], known: Map<string, number>, style: TextStyle, mark: string): number {
  const key = `${style.name} ${mark}`
  const list = known.get(key) ?? lists.push({ style, pattern: mark, format: 'none', start: 1 })
  known.set(key, list)
  return list
}

function countedList(
  lists: List[],
  running: Map<string, { list: number; next: number; pattern: string }>,
  style: TextStyle,
  mark: Counted,
): number {
  const pattern = `${mark.before}%1${mark.after}`
  const open = running.get(style.name)
  if (open !== undefined && open.pattern === pattern && open.next === mark.number) {
    open.next++
    return open.list
  }
  const list = lists.push({ style, pattern, format: 'decimal', start: mark.number })
  running.set(style.name, { list, next: mark.number + 1, pattern })
  return list
}

/** The part word/numbering.xml. The mark is followed by nothing, as printed. Source: ECMA-376 part 1 §17.9. */
export function numberingPart({ lists }: Numbering): string {
  const definitions = lists.map((list, index) => definition(list, index + 1)).join('')
  const uses = lists.map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index + 1}"/></w:num>`).join('')
  return `${xmlHeader}<w:numbering ${namespaces}>${definitions}${uses}</w:numbering>`
}

function definition({ style, pattern, format, start }: List, id: number): string {
  const first = style.firstIndent
  const left = `w:left="${twips(style.left * style.size)}"`
  const indent =
    first < 0
      ? `<w:ind ${left} w:hanging="${twips(-first * style.size)}"/>`
      : `<w:ind ${left} w:firstLineChars="${Math.round(first * 100)}" w:firstLine="${twips(first * style.size)}"/>`
  const text = format === 'decimal' ? pattern : pattern.replaceAll('%', '％')
  return (
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="${start}"/>` +
    `<w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${escapeXml(text)}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr>${indent}</w:pPr><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:lvl></w:abstractNum>`
  )
}

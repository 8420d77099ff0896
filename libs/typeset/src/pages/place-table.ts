import type { Art, Color, Pt, RuleArt } from '../layout.js'
import type { Tools } from '../lines/set-lines.js'
import { placeFrames } from './frames.js'
import { CELL_SIDE, type MeasuredCell, type MeasuredRow, type MeasuredTable } from './measure-table.js'
import { baselineIn, type PageParts, placeLine } from './place.js'

/** Lines of a table. House: half a point, as Word draws them. */
const RULE: Pt = 0.5

/** Where one row stands. */
export interface RowPlace {
  readonly left: Pt
  readonly top: Pt
}

/** Puts a row on the page: its cells in the middle of their height, its rules. A repeated header row is furniture: it is drawn, not read again. */
export function placeRow(tools: Tools, parts: PageParts, table: MeasuredTable, row: MeasuredRow, place: RowPlace, repeated: boolean): void {
  const into: PageParts = repeated ? { lines: [], furniture: parts.furniture, art: parts.art } : parts
  for (const cell of row.cells) placeCell(tools, into, cell, place)
  if (repeated)
    for (const line of into.lines)
      parts.furniture.push({
        kind: 'table-header',
        text: textOf(row, line.block, line.from, line.to),
        x: line.x,
        y: line.y,
        runs: line.runs,
      })
  parts.art.push(...rules(table, row, place))
}

function textOf(row: MeasuredRow, block: string, from: number, to: number): string {
  const cell = row.cells.find((one) => one.cell.content.id === block)
  return cell?.cell.content.text.slice(from, to) ?? ''
}

function placeCell(tools: Tools, parts: PageParts, cell: MeasuredCell, place: RowPlace): void {
  const { style, lines } = cell
  const x = place.left + cell.x + CELL_SIDE
  const top = place.top + (cell.height - lines.length * style.pitch) / 2
  lines.forEach((line, index) => {
    const y = baselineIn(style, top + index * style.pitch)
    placeLine(parts, cell.cell.content.id, line, x, y)
    if (line.missing.length > 0) placeFrames(tools, parts, line, style, x, y)
  })
}

/** The frame of every cell of a row; where cells meet the line is drawn twice at the same place, which joins the same line. */
function rules(table: MeasuredTable, row: MeasuredRow, { left, top }: RowPlace): Art[] {
  const color: Color = 'black'
  const line = (x1: Pt, y1: Pt, x2: Pt, y2: Pt): RuleArt => ({ kind: 'rule', x1, y1, x2, y2, weight: RULE, color, block: table.id })
  return row.cells.flatMap((cell) => {
    const x = left + cell.x
    const right = x + cell.width
    const bottom = top + cell.height
    return [line(x, top, right, top), line(x, bottom, right, bottom), line(x, top, x, bottom), line(right, top, right, bottom)]
  })
}

/** Rules that lie on the same line and touch are one rule; doubles vanish. */
export function joinRules(art: readonly Art[]): Art[] {
  const rest = art.filter((one) => one.kind !== 'rule' || one.block === null)
  const rules = art.filter((one): one is RuleArt => one.kind === 'rule' && one.block !== null)
  const groups = new Map<string, RuleArt[]>()
  for (const rule of rules) {
    const flat = rule.y1 === rule.y2
    const key = `${rule.block} ${flat ? 'h' : 'v'} ${(flat ? rule.y1 : rule.x1).toFixed(2)} ${rule.weight}`
    groups.set(key, [...(groups.get(key) ?? []), rule])
  }
  return [...rest, ...[...groups.values()].flatMap(joinLine)]
}

function joinLine(rules: readonly RuleArt[]): RuleArt[] {
  const flat = rules[0]?.y1 === rules[0]?.y2
  const start = (rule: RuleArt): Pt => (flat ? rule.x1 : rule.y1)
  const end = (rule: RuleArt): Pt => (flat ? rule.x2 : rule.y2)
  const joined: RuleArt[] = []
  for (const rule of [...rules].sort((a, b) => start(a) - start(b))) {
    const last = joined[joined.length - 1]
    if (last === undefined || start(rule) > end(last) + 0.01) joined.push(rule)
    else if (end(rule) > end(last)) joined[joined.length - 1] = flat ? { ...last, x2: rule.x2 } : { ...last, y2: rule.y2 }
  }
  return joined
}

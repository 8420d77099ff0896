import { type Block, runsText, type Table } from '#lib/editorial'
import type { ArticleHit, ArticleRule } from '../rule.js'

/** A total that is not the sum of its column. Only plain figures; tables with parts of parts (其中、小计) are left alone. */
export const tableSum: ArticleRule = {
  kind: 'article',
  id: 'table-sum',
  family: 'numbers',
  severity: 'warn',
  source: 'House：合计应等于各项之和',
  check: ({ blocks }) => blocks.flatMap((block, index) => (isPlain(block) ? wrongTotals(block, index) : [])),
  fires: [
    { body: ['表：地区|学校|资金；江州|12|1,200.5；沧江|8|300；合计|⟨21⟩|1,500.5'] },
    { body: ['表：学院|人数；文|30；理|45；工|25；总计|⟨110⟩'] },
  ],
  silent: [
    { body: ['表：地区|学校；江州|12；沧江|8；合计|20'] },
    { body: ['表：地区|占比；江州|33.3%；沧江|33.3%；怒川|33.3%；合计|100.0%'] },
    { body: ['表：地区|学校；江州|12；其中县城|5；沧江|8；合计|20'] },
    { body: ['表：地区|学校；江州|若干；沧江|8；合计|20'] },
    { body: ['表：合计|20；江州|12；沧江|9'] },
    { body: ['表：地区|学校；江州|12；合计|13'] },
  ],
}

const isPlain = (block: Block): block is Table =>
  block.kind === 'table' &&
  block.rows.every(
    (row) => row.length === block.rows[0]?.length && row.every((cell) => (cell.colSpan ?? 1) === 1 && (cell.rowSpan ?? 1) === 1),
  ) &&
  !block.rows.some((row) => /其中|小计/.test(runsText(row[0]?.runs ?? [])))

/** House: two rows are the least a total sums up. */
const LEAST_ROWS = 2

function wrongTotals(table: Table, block: number): ArticleHit[] {
  const texts = table.rows.map((row) => row.map((cell) => runsText(cell.runs).trim()))
  const last = texts.length - 1
  const first = table.headerRows
  if (last - first < LEAST_ROWS || !/^(?:合\s*计|总\s*计|共\s*计)$/.test(texts[last]?.[0] ?? '')) return []
  return (texts[last] ?? []).flatMap((total, column) => {
    const items = texts.slice(first, last).map((row) => figure(row[column] ?? ''))
    const wanted = figure(total)
    if (column === 0 || wanted === null || items.some((item) => item === null)) return []
    const sum = items.reduce<number>((done, item) => done + (item?.value ?? 0), 0)
    const decimals = Math.max(wanted.decimals, ...items.map((item) => item?.decimals ?? 0))
    if (Math.abs(sum - wanted.value) <= allowance(decimals, items.length)) return []
    const from = placeOf(table, last, column)
    return [{ block, from, to: from + total.length, params: { sum: Number(sum.toFixed(decimals)) } }]
  })
}

interface Figure {
  readonly value: number
  readonly decimals: number
}

/** 1,200.5 and 33.3%; anything else is no figure. */
function figure(text: string): Figure | null {
  const plain = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?%?$/.exec(text)
  return plain === null
    ? null
    : { value: Number((plain[1] ?? '').replaceAll(',', '') + (plain[2] ?? '')), decimals: (plain[2] ?? '.').length - 1 }
}

/** Whole numbers add up exactly; of rounded ones each may be half a unit off. */
const allowance = (decimals: number, items: number): number => (decimals === 0 ? 0 : (items + 1) * 0.5 * 10 ** -decimals + 1e-9)

/** Where a cell begins in the text of its block: caption and cells stand on lines of their own. */
function placeOf(table: Table, row: number, column: number): number {
  const before = table.rows.flatMap((cells, at) => cells.filter((_, index) => at < row || (at === row && index < column)))
  const caption = table.caption === null ? 0 : table.caption.length + 1
  return before.reduce((sum, cell) => sum + runsText(cell.runs).length + 1, caption)
}

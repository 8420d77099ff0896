import { NEVER } from '../chinese/prohibition.js'
import type { Pt, TextBlock, TextStyle } from '../layout.js'
import { shapeOnto } from '../shape/shape.js'
import { shapeRun, type Tools } from './set-lines.js'

/** How wide a text is on one line, and how narrow it can be set without parting what belongs together. */
export interface Widths {
  readonly least: Pt
  readonly natural: Pt
}

export function measureWidths(tools: Tools, block: Pick<TextBlock, 'text' | 'runs'>, style: TextStyle): Widths {
  if (block.text === '') return { least: 0, natural: 0 }
  const { bench } = tools
  const shapes = block.runs.map((run) => shapeRun(tools, run, style))
  shapeOnto(bench, block.text, shapes, style.size, tools.cases)
  let least = 0
  let from = 0
  for (let row = 1; row <= bench.count; row++) {
    if (row < bench.count && bench.cost[row] === NEVER) continue
    least = Math.max(least, bench.sumWidth[row]! - bench.sumWidth[from]!)
    from = row
  }
  return { least, natural: bench.sumWidth[bench.count]! }
}

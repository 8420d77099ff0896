import type { FlowRun, GlyphRun, Pt, TextBlock } from '../layout.js'
import { type Job, type SetLine, setLines, type Tools } from './set-lines.js'

/** A text with one tab: what follows the tab stands flush right on the last line. `reserve` is kept free for it, pt. */
export function setTabbed(tools: Tools, job: Job, reserve: Pt): SetLine[] {
  const { block, style, width } = job
  const tab = block.text.indexOf('\t')
  const right = setLines(tools, {
    ...job,
    block: part(block, tab + 1, block.text.length),
    style: { ...style, firstIndent: 0, left: 0, right: 0, align: 'left' },
  })[0]
  const tabLine = setLines(tools, { ...job, block: { ...part(block, tab, tab + 1), text: ' ' }, style: { ...style, firstIndent: 0 } })[0]
  const rightWidth = right?.width ?? 0
  const room = width - Math.max(reserve, rightWidth + style.size)
  const left = setLines(tools, { ...job, block: part(block, 0, tab), width: room, style: { ...style, align: 'left' } })
  const last = left[left.length - 1]
  if (last === undefined || right === undefined || tabLine === undefined) return left
  const edge = width - style.right * style.size
  const tabRuns = shifted(tabLine.runs, tab, last.width)
  const rightRuns = shifted(right.runs, tab + 1, edge - rightWidth - last.x)
  const whole: SetLine = {
    ...last,
    to: block.text.length,
    width: edge - last.x,
    runs: [...last.runs, ...tabRuns, ...rightRuns],
    leader: { from: last.x + last.width, to: edge - rightWidth },
  }
  return [...left.slice(0, -1), whole]
}

function part(block: Pick<TextBlock, 'text' | 'runs'>, from: number, to: number): Pick<TextBlock, 'text' | 'runs'> {
  const runs = block.runs
    .filter((run) => run.from < to && run.to > from)
    .map((run): FlowRun => ({ ...run, from: Math.max(0, run.from - from), to: Math.min(run.to, to) - from }))
  return { text: block.text.slice(from, to), runs }
}

const shifted = (runs: readonly GlyphRun[], by: number, x: Pt): GlyphRun[] =>
  runs.map((run) => ({ ...run, from: run.from + by, to: run.to + by, at: run.at.map((place) => place + x) }))

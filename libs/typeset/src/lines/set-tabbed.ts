import type { FlowRun, GlyphRun, Pt, TextBlock } from '../layout.js'
import { type Job, jobOf, type SetLine, setLines, type Tools } from './set-lines.js'

/** A text with a tab: what follows it stands flush right on the last line. `reserve` is kept free for it, pt. Null where that does not fit one line. */
export function setTabbed(tools: Tools, job: Job, tab: number, reserve: Pt): SetLine[] | null {
  const { block, style, width } = job
  const plain = { ...style, firstIndent: 0, left: 0, right: 0, align: 'left' as const }
  const rights = setLines(tools, jobOf(part(block, tab + 1, block.text.length), plain, width, 'fill'))
  const [right, blank] = [rights[0], setLines(tools, jobOf(part(block, tab, tab + 1), plain, width, 'fill'))[0]]
  if (right === undefined || blank === undefined || rights.length > 1 || right.width > width / 2) return null
  const room = width - Math.max(reserve, right.width + style.size)
  const left = setLines(tools, jobOf(part(block, 0, tab), { ...style, align: 'left' }, room, job.breaking))
  const last = left[left.length - 1] ?? emptyLine(job)
  const edge = width - style.right * style.size
  const whole: SetLine = {
    ...last,
    to: block.text.length,
    width: edge - last.x,
    runs: [...last.runs, ...shifted(blank.runs, tab, last.width), ...shifted(right.runs, tab + 1, edge - right.width - last.x)],
    missing: [...last.missing, ...right.missing.map((one) => ({ ...one, x: one.x + edge - right.width - last.x }))],
    leader: { from: last.x + last.width, to: edge - right.width },
  }
  return [...left.slice(0, -1), whole]
}

/** A line that holds nothing yet, where a text begins with its tab. */
const emptyLine = ({ style }: Job): SetLine => ({
  from: 0,
  to: 0,
  x: style.left * style.size,
  width: 0,
  runs: [],
  missing: [],
  tracking: 0,
})

function part(block: Pick<TextBlock, 'text' | 'runs'>, from: number, to: number): Pick<TextBlock, 'text' | 'runs'> {
  const runs = block.runs
    .filter((run) => run.from < to && run.to > from)
    .map((run): FlowRun => ({ ...run, from: Math.max(0, run.from - from), to: Math.min(run.to, to) - from }))
  return { text: block.text.slice(from, to), runs }
}

const shifted = (runs: readonly GlyphRun[], by: number, x: Pt): GlyphRun[] =>
  runs.map((run) => ({ ...run, from: run.from + by, to: run.to + by, at: run.at.map((place) => place + x) }))

/**
 * `npm run bench [-- --rounds N] [--only a,b] [--json]`: how long we and the others that are installed take to make a bulletin of a hundred pages, side by side.
 * Every maker runs in a process of its own; rounds are interleaved, so that a busy machine is busy for all. Medians, with the least and the most.
 * On a virtual machine the host takes time away, from one process more than from the next: of every maker that half of the processes is counted from which it took least.
 * Peers: `npm ci --prefix test/bench/peers`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../../bin/build.js'
import { hanIn, readIssue, root } from './issues.mjs'
import { makers } from './makers.mjs'

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}
const rounds = Number(option('rounds', '3'))
const only = option('only', null)?.split(',')

ensureBuilt({ only: 'server' })
const { name, issue } = await readIssue()
const work = mkdtempSync(join(tmpdir(), 'bench-'))
const file = join(work, 'issue.json')
writeFileSync(file, JSON.stringify(issue))

/** Warm are renders 2 to 20; of the slow ones fewer, or nobody would wait. */
const SLOW = { pdfkit: 8, pdfmake: 3 }

/** What is measured: of whom, how, and how many renders a round. LibreOffice starts anew each time, so it is never warm. */
const PDF_MAKERS = ['pdf', 'typst', 'pdfkit', 'pdfmake', 'libreoffice']
const plans = [
  ...PDF_MAKERS.map((maker) => ({ maker, mode: 'cold', count: 1 })),
  ...PDF_MAKERS.filter((maker) => maker !== 'libreoffice').map((maker) => ({ maker, mode: 'warm', count: SLOW[maker] ?? 19 })),
  ...['pdf', 'typst', 'pdfkit'].map((maker) => ({ maker, mode: 'tenfold', count: 1 })),
  { maker: 'pdf', mode: 'same', count: 8 },
  { maker: 'pdf', mode: 'touched', count: 8 },
  { maker: 'layout', mode: 'warm', count: 19 },
  { maker: 'layout', mode: 'touched', count: 8 },
  { maker: 'docx', mode: 'cold', count: 1 },
  { maker: 'docx', mode: 'warm', count: 19 },
  { maker: 'docx-writer', mode: 'same', count: 8 },
  { maker: 'naive-docx', mode: 'cold', count: 1 },
  { maker: 'naive-docx', mode: 'warm', count: 19 },
].filter(({ maker }) => makers[maker].here() && (only === undefined || only.includes(maker)))

const taken = plans.map(() => [])

/** The house starts its printing process so (`apps/server/src/platform/children/fork-child.ts`); the peers run as their users start them. */
const ourFlags = (maker) => (['pdf', 'layout', 'docx', 'docx-writer'].includes(maker) ? ['--v8-pool-size=1'] : [])

/** Nobody reads certificates here, which takes Node a third of its start: the house's printing process is not told of them either. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env

/** Milliseconds the host of a virtual machine has taken away so far; 0 where nobody says. */
function stolen() {
  try {
    return 10 * Number(readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/)[8] ?? 0)
  } catch {
    return 0
  }
}

/** One process: what each of its renders took, and which share of its time the host took away. */
function run({ maker, mode, count }) {
  const before = stolen()
  const began = performance.now()
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [...ourFlags(maker), join(root, 'test', 'bench', 'child.mjs'), maker, mode, file, String(count)],
    { encoding: 'utf8', env: environment, maxBuffer: 64 * 1024 * 1024 },
  )
  const whole = performance.now() - began
  if (status !== 0) throw new Error(`${maker} ${mode}: ${stderr}`)
  const { renders, cpu, peak, bytes } = JSON.parse(stdout)
  const alone = renders.length === 1 && (mode === 'cold' || mode === 'tenfold')
  return {
    wall: alone ? [whole] : renders.map((one) => one.wall),
    cpu: alone ? [cpu] : renders.map((one) => one.cpu),
    peak,
    bytes,
    taken: (stolen() - before) / whole,
  }
}

try {
  // The house keeps what V8 compiled for its first issue; that issue is not counted.
  if (makers.pdf.here()) run({ maker: 'pdf', mode: 'cold', count: 1 })
  for (let round = 0; round < rounds; round++) for (const [index, plan] of plans.entries()) taken[index].push(run(plan))
} finally {
  rmSync(work, { recursive: true, force: true })
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const range = (values) => `${Math.round(median(values))} (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`
const rows = plans.map(({ maker, mode }, index) => {
  const counted = [...taken[index]].sort((a, b) => a.taken - b.taken).slice(0, Math.ceil(rounds / 2))
  const of = (part) => counted.flatMap((one) => one[part])
  return {
    maker,
    title: makers[maker].title,
    mode,
    wall: of('wall'),
    cpu: of('cpu'),
    peak: of('peak'),
    bytes: counted[0].bytes,
  }
})

function print() {
  process.stdout.write(`${name}: ${hanIn(issue)} Han; ${rounds} rounds, the quieter half counted; Node ${process.versions.node}\n\n`)
  const line = (cells) => `| ${cells.join(' | ')} |\n`
  process.stdout.write(line(['maker', 'run', 'wall ms', 'CPU ms', 'peak MB', 'kB']) + line(Array(6).fill('---')))
  for (const { title, mode, wall, cpu, peak, bytes } of rows)
    process.stdout.write(line([title, mode, range(wall), range(cpu), Math.round(median(peak)), Math.round(bytes / 1024)]))
  for (const text of ratios()) process.stdout.write(`\n${text}`)
  process.stdout.write('\n')
}

/** Ours beside the other, by the wall and by processor time. */
function ratios() {
  const of = (maker, mode) => rows.find((one) => one.maker === maker && one.mode === mode)
  const beside = (what, ours, whom, other) => {
    if (ours === undefined || other === undefined) return []
    const ratio = (part) => (median(ours[part]) / median(other[part])).toFixed(2)
    return [`${what}: ${ratio('wall')} × ${whom} by the wall, ${ratio('cpu')} × by processor time`]
  }
  return [
    ...beside('layout + PDF, warm', of('pdf', 'warm'), 'Typst warm', of('typst', 'warm')),
    ...beside('layout + PDF, cold', of('pdf', 'cold'), 'Typst cold', of('typst', 'cold')),
    ...beside('layout + PDF, ten times the text', of('pdf', 'tenfold'), 'Typst', of('typst', 'tenfold')),
    ...beside('layout + PDF, warm', of('pdf', 'warm'), 'pdfkit as people write it', of('pdfkit', 'warm')),
    ...beside('layout + DOCX, warm', of('docx', 'warm'), 'docx as people write it', of('naive-docx', 'warm')),
  ]
}

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ name, rounds, rows }, null, 2)}\n`)
else print()

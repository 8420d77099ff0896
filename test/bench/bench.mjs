/**
 * `npm run bench [-- --rounds N] [--only a,b] [--json]`: how long we and the others that are installed take to make a bulletin of a hundred pages, side by side.
 * Every maker runs in a process of its own; rounds are interleaved, so that a busy machine is busy for all. Medians, with the least and the most.
 * Peers: `npm ci --prefix test/bench/peers`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

const taken = plans.map(() => ({ wall: [], cpu: [], peak: [], bytes: 0, whole: [] }))

/** The house starts its printing process so (`apps/server/src/platform/children/fork-child.ts`); the peers run as their users start them. */
const ourFlags = (maker) => (['pdf', 'layout', 'docx', 'docx-writer'].includes(maker) ? ['--v8-pool-size=1'] : [])

/** Nobody reads certificates here, which takes Node a third of its start: the house's printing process is not told of them either. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env

function run({ maker, mode, count }, into) {
  const began = performance.now()
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [...ourFlags(maker), join(root, 'test', 'bench', 'child.mjs'), maker, mode, file, String(count)],
    {
      encoding: 'utf8',
      env: environment,
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (status !== 0) throw new Error(`${maker} ${mode}: ${stderr}`)
  const { renders, cpu, peak, bytes } = JSON.parse(stdout)
  const alone = renders.length === 1 && (mode === 'cold' || mode === 'tenfold')
  into.wall.push(...(alone ? [performance.now() - began] : renders.map((one) => one.wall)))
  into.cpu.push(...(alone ? [cpu] : renders.map((one) => one.cpu)))
  into.peak.push(peak)
  into.bytes = bytes
}

try {
  // The house keeps what V8 compiled for its first issue; that issue is not counted.
  if (makers.pdf.here()) run({ maker: 'pdf', mode: 'cold', count: 1 }, { wall: [], cpu: [], peak: [], bytes: 0 })
  for (let round = 0; round < rounds; round++) for (const [index, plan] of plans.entries()) run(plan, taken[index])
} finally {
  rmSync(work, { recursive: true, force: true })
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const range = (values) => `${Math.round(median(values))} (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`
const rows = plans.map(({ maker, mode }, index) => {
  const { wall, cpu, peak, bytes } = taken[index]
  return { maker, title: makers[maker].title, mode, wall, cpu, peak, bytes }
})

function print() {
  process.stdout.write(`${name}: ${hanIn(issue)} Han; ${rounds} rounds, Node ${process.versions.node}\n\n`)
  const line = (cells) => `| ${cells.join(' | ')} |\n`
  process.stdout.write(line(['maker', 'run', 'wall ms', 'CPU ms', 'peak MB', 'kB']) + line(['---', '---', '---', '---', '---', '---']))
  for (const { title, mode, wall, cpu, peak, bytes } of rows)
    process.stdout.write(line([title, mode, range(wall), range(cpu), Math.round(median(peak)), Math.round(bytes / 1024)]))
  for (const text of ratios()) process.stdout.write(`\n${text}`)
  process.stdout.write('\n')
}

/** Ours beside the other, by processor time: what the targets of the house are set in. */
function ratios() {
  const cpuOf = (maker, mode) => {
    const row = rows.find((one) => one.maker === maker && one.mode === mode)
    return row === undefined ? null : median(row.cpu)
  }
  const pairs = [
    ['layout + PDF, warm', cpuOf('pdf', 'warm'), 'Typst warm', cpuOf('typst', 'warm')],
    ['layout + PDF, cold', cpuOf('pdf', 'cold'), 'Typst cold', cpuOf('typst', 'cold')],
    ['layout + PDF, ten times the text', cpuOf('pdf', 'tenfold'), 'Typst', cpuOf('typst', 'tenfold')],
    ['layout + PDF, warm', cpuOf('pdf', 'warm'), 'pdfkit as people write it', cpuOf('pdfkit', 'warm')],
    ['layout + DOCX, warm', cpuOf('docx', 'warm'), 'docx as people write it', cpuOf('naive-docx', 'warm')],
  ]
  return pairs.filter(([, a, , b]) => a !== null && b !== null).map(([what, a, whom, b]) => `${what}: ${(a / b).toFixed(2)} × ${whom}`)
}

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ name, rounds, rows }, null, 2)}\n`)
else print()

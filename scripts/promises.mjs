/**
 * Runs the tests behind the promises and prints them promise by promise: `npm run test:faults`, `npm run test:security`, each with `--full` for the large counts.
 * Which test stands for which promise is written in docs/trust/promises.json; a promise whose test is not found has failed.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const [set, ...words] = process.argv.slice(2)
const full = words.includes('--full')
const lists = JSON.parse(readFileSync(new URL('../docs/trust/promises.json', import.meta.url), 'utf8'))
const promises = lists[set]
if (promises === undefined) {
  console.error(`promises.mjs ${Object.keys(lists).join('|')} [--full] [P1 …]`)
  process.exit(2)
}
const chosen = promises.filter(({ id }) => words.every((word) => word.startsWith('--')) || words.includes(id))
const files = [...new Set(chosen.flatMap(({ tests }) => tests.map(([file]) => file)))]

const folder = mkdtempSync(join(tmpdir(), 'bianyin-promises-'))
const report = join(folder, 'report.json')
const began = performance.now()
const figures = await run()
const outcomes = readOutcomes()
rmSync(folder, { recursive: true, force: true })
console.log('')
for (const [, what, facts] of figures) console.log(`  ${what.padEnd(28)} ${facts}`)
console.log('')
const failed = chosen.filter((promise) => !tell(promise)).length
console.log(
  `\n${chosen.length} promises, ${failed} broken, ${((performance.now() - began) / 1000).toFixed(0)} s${full ? ', large counts' : ''}`,
)
process.exit(failed === 0 ? 0 : 1)

async function run() {
  const found = []
  const env = { ...process.env, SECURITY: '1', WHOLE: '1', ...(full ? { FULL: '1' } : {}) }
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...(full ? ['--maxWorkers=1'] : [])]
  const child = spawn('npx', ['vitest', 'run', ...flags, ...files], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text)
    found.push(...text.matchAll(/(?:faults|security) ([^\n{]+?) (\{.*\})/g))
  })
  await new Promise((resolve) => child.on('close', resolve))
  return found
}

function readOutcomes() {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration }) => ({
      file: relative(process.cwd(), name),
      name: fullName,
      status,
      duration: duration ?? 0,
    })),
  )
}

/** One line a promise; answers whether it holds. What is not run says why, and does not count as broken. */
function tell({ id, promise, tests, notRun }) {
  if (notRun !== undefined) {
    console.log(`${id.padEnd(4)} not run ${promise} (${notRun})`)
    return true
  }
  const found = tests.map(([file, part]) => outcomes.filter((one) => one.file === file && (part === undefined || one.name.includes(part))))
  const all = found.flat()
  const holds = found.every((some) => some.length > 0) && all.every((one) => one.status === 'passed')
  const seconds = (all.reduce((sum, one) => sum + one.duration, 0) / 1000).toFixed(1)
  console.log(`${id.padEnd(4)} ${holds ? 'holds  ' : 'BROKEN '} ${promise} (${all.length} tests, ${seconds} s)`)
  for (const one of all.filter(({ status }) => status !== 'passed')) console.log(`       ${one.status}: ${one.name}`)
  for (const [at, some] of found.entries()) if (some.length === 0) console.log(`       not found: ${tests[at].join(' › ')}`)
  return holds
}

/**
 * Puts one fault at a time into a copy of the house and sees that the test named for it fails: `node scripts/mutants.mjs [id …]`.
 * The list is scripts/mutants.json; what was seen is written to docs/trust/mutants.md when all were tried.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
const all = JSON.parse(readFileSync(join(root, 'scripts/mutants.json'), 'utf8'))
const wanted = process.argv.slice(2)
const mutants = wanted.length === 0 ? all : all.filter(({ id }) => wanted.includes(id))
const copy = mkdtempSync(join(tmpdir(), 'bianyin-mutants-'))

try {
  copyHouse()
  const seen = mutants.map(attempt)
  const escaped = seen.filter(({ outcome }) => outcome !== 'caught')
  if (wanted.length === 0) writeFileSync(join(root, 'docs/trust/mutants.md'), page(seen))
  console.log(`\n${seen.length} faults, ${seen.length - escaped.length} caught`)
  process.exitCode = escaped.length === 0 ? 0 : 1
} finally {
  rmSync(copy, { recursive: true, force: true })
}

/** Everything git knows or would know, and the packages as they are. */
function copyHouse() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
  for (const file of listed.split('\n').filter((name) => name !== '' && name !== 'node_modules')) {
    try {
      cpSync(join(root, file), join(copy, file))
    } catch {
      // Removed from the folder and not yet from the list.
    }
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  execFileSync(process.execPath, ['bin/build.js', 'server'], { cwd: copy, stdio: 'inherit' })
  built('2999-01-01T00:00:00Z')
}

/** Programs are compiled anew only for a fault that is looked for in a program of its own; most tests read the sources. */
function built(at) {
  writeFileSync(join(copy, 'dist/.server-built'), `${at}\n`)
}

function attempt(mutant) {
  const { id, file, from, to, project, test, name } = mutant
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  if (text.split(from).length !== 2) return told({ ...mutant, outcome: 'its place is not there, or more than once' })
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
  if (mutant.built === true) built('2000-01-01T00:00:00Z')
  const began = performance.now()
  const report = join(copy, 'mutant.json')
  rmSync(report, { force: true })
  const flags = ['--reporter=json', `--outputFile=${report}`, ...(name === undefined ? [] : ['-t', name])]
  spawnSync('npx', ['vitest', 'run', '--project', project, test, ...flags], { cwd: copy, stdio: 'ignore', timeout: 600_000 })
  writeFileSync(path, text)
  return told({ ...mutant, id, outcome: outcomeOf(report), seconds: Math.round((performance.now() - began) / 1000) })
}

/** Caught means: a test ran and failed. A file that does not even load shows nothing. */
function outcomeOf(report) {
  try {
    const { numFailedTests, numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    if (numFailedTests > 0) return 'caught'
    const loud = testResults.find(({ message }) => message)?.message ?? ''
    return numPassedTests > 0 ? 'escaped' : `nothing ran ${loud.split('\n')[0]}`
  } catch {
    return 'no report'
  }
}

function told(seen) {
  console.log(
    `${seen.outcome === 'caught' ? 'caught ' : 'ESCAPED'} ${seen.id}: ${seen.fault}${seen.outcome === 'caught' ? '' : ` (${seen.outcome})`}`,
  )
  return seen
}

function page(seen) {
  const lines = seen.map(
    ({ id, fault, file, test, name, outcome }) =>
      `| ${id} | ${fault} | \`${file}\` | \`${test}\`${name === undefined ? '' : ` › ${name}`} | ${outcome} |`,
  )
  return [
    '# Seeded faults',
    '',
    'Each was put into a copy of the house alone, and the test named for it was run: `node scripts/mutants.mjs`. Caught means that the test failed.',
    'Besides these, the crash tests run a worker without any of the safeguards (`test/faults/plain-worker.mjs`) and must find its faults.',
    '',
    '| | fault | in | caught by | seen |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}

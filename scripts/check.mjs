/** The fence in one command: types, lint, format, the arrows between rooms, migrations against entities. Stops at nothing, names every failure. */
import { spawn } from 'node:child_process'

/** Two rows of steps beside each other, since each keeps one core busy; in a row, each step after the one before. */
const rows = [
  [
    ['types', 'npx', ['tsc', '-p', 'tsconfig.check.json']],
    ['types of the web', 'npx', ['tsc', '-p', 'apps/web/tsconfig.json']],
  ],
  [
    ['format and lint', 'npx', ['biome', 'check', '--diagnostic-level=warn', '.']],
    ['promises and sizes', 'npx', ['oxlint', '--type-aware', '--deny-warnings']],
    // Builds the server, which a test's child program is drawn from.
    ['migrations match entities', 'node', ['scripts/check-migrations.mjs']],
    ['arrows between rooms', 'npx', ['depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test']],
  ],
]

/** Runs a step and prints what it said in one piece; true when it found nothing. */
async function passes([name, command, args]) {
  const started = performance.now()
  const said = []
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes))
  const ok = await new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (status) => resolve(status === 0))
  })
  process.stdout.write(Buffer.concat(said))
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return ok
}

const found = await Promise.all(
  rows.map(async (steps) => {
    const results = []
    for (const step of steps) results.push(await passes(step))
    return results
  }),
)
process.exitCode = found.flat().every(Boolean) ? 0 : 1

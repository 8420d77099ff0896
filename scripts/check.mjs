/** The fence in one command: types, lint, format, the arrows between rooms, migrations against entities. Stops at nothing, names every failure. */
import { spawnSync } from 'node:child_process'

/** @type {readonly (readonly [string, string, readonly string[]])[]} */
const steps = [
  ['types', 'npx', ['tsc', '-p', 'tsconfig.check.json']],
  ['types of the web', 'npx', ['tsc', '-p', 'apps/web/tsconfig.json']],
  ['format and lint', 'npx', ['biome', 'check', '--diagnostic-level=warn', '.']],
  ['promises and sizes', 'npx', ['oxlint', '--type-aware', '--deny-warnings']],
  // Builds the server, which a test's child program is drawn from.
  ['migrations match entities', 'node', ['scripts/check-migrations.mjs']],
  ['arrows between rooms', 'npx', ['depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test']],
]

let failed = 0
for (const [name, command, args] of steps) {
  const started = performance.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (status !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)

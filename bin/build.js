import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const lock = join(root, 'node_modules', '.bianyin-build')

/** What each half of the house is made from, by what, and the mark it leaves when it was made whole. */
const halves = [
  {
    name: 'server',
    mark: join(dist, '.server-built'),
    from: ['apps/server/src', 'libs', 'bin/bundle.js', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    make: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
    bundle: ['bin/bundle.js'],
  },
  {
    name: 'web',
    mark: join(dist, '.web-built'),
    from: ['apps/web', 'libs/editorial/src', 'libs/typeset/src', 'package-lock.json'],
    needs: 'apps/web/index.html',
    make: ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
  },
]

/** Builds whatever is missing or older than its sources; two that come at once wait for each other. Types are checked elsewhere (npm run check). */
export function ensureBuilt({ quiet = false, only } = {}) {
  const stale = () =>
    halves.filter(
      (half) =>
        (only === undefined || only === half.name) && (half.needs === undefined || existsSync(join(root, half.needs))) && isStale(half),
    )
  if (stale().length === 0) return
  holdLock()
  try {
    for (const half of stale()) build(half, quiet)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function build({ name, make, bundle, mark }, quiet) {
  if (!quiet) process.stderr.write(`building the ${name} …\n`)
  const began = new Date()
  for (const step of bundle === undefined ? [make] : [make, bundle]) {
    const { status } = spawnSync(process.execPath, step, { cwd: root, stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new Error(`the ${name} could not be built`)
  }
  mkdirSync(dist, { recursive: true })
  writeFileSync(mark, `${began.toISOString()}\n`)
}

/** A source touched while the build ran counts as newer than it. */
function isStale({ mark, from }) {
  if (!existsSync(mark)) return true
  const built = Date.parse(readFileSync(mark, 'utf8').trim())
  return from.some((path) => newest(join(root, path)) > built)
}

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return path.endsWith('.test.ts') ? 0 : found.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, name === 'node_modules' ? 0 : newest(join(path, name))), 0)
}

function holdLock() {
  for (let waited = 0; waited < 1200; waited += 1) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
  throw new Error('another build does not come to an end')
}

function isAbandoned() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH' || (error.code === 'ENOENT' && Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > 2000)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt({ only: process.argv[2] })

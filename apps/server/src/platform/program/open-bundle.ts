import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { projectRoot } from '../project-root.js'

/** A part of the house in one file, and how what V8 made of it is kept for the next process. */
export interface Bundle<Exports> {
  readonly exports: Exports
  /** Keeps what was compiled up to now beside the bundle, unless it came from there. Where nothing can be written, nothing is kept. */
  keep(): void
}

/**
 * Bytecodes a function runs before V8 thinks of optimising it. House: with six times V8's 67,584 a first bulletin of 116 pages costs a fifth less processor time,
 * for its helpers optimise less of what runs but once; from the third issue on nothing differs.
 * It is set here and not on the command line: Node's own modules are kept compiled for a V8 without switches, and with one they are compiled anew.
 */
const RUNS_BEFORE_OPTIMISING = 400_000

/**
 * Opens `dist/NAME.cjs` with the code V8 compiled for it when it ran before; null where it was not built, as when the house runs from its sources.
 * The name of the kept code holds the day of the bundle, the version of V8 and its switches: any other is not looked at.
 */
export function openBundle<Exports>(name: string): Bundle<Exports> | null {
  const file = join(projectRoot(), 'dist', `${name}.cjs`)
  if (import.meta.url.endsWith('.ts') || !existsSync(file)) return null
  setFlagsFromString(`--interrupt-budget=${RUNS_BEFORE_OPTIMISING}`)
  const kept = `${file}.${Math.round(statSync(file).mtimeMs)}.${cachedDataVersionTag().toString(16)}`
  const cachedData = readIfThere(kept)
  const script = new Script(Module.wrap(readFileSync(file, 'latin1')), { filename: file, cachedData })
  // Node lends scripts its own import only with a warning: what a bundle imports late, packages and files beside it, comes through here.
  const beside = (from: string): string => (from.startsWith('.') ? new URL(from, pathToFileURL(file)).href : from)
  const module = { exports: {} as Exports, import: (from: string): Promise<unknown> => import(beside(from)) }
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file))
  let known = cachedData !== undefined && script.cachedDataRejected === false
  const keep = (): void => {
    if (!known) keepQuietly(kept, script)
    known = true
  }
  return { exports: module.exports, keep }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Two processes may come to this at once: each writes its own file and puts it in place whole. */
function keepQuietly(path: string, script: Script): void {
  const own = `${path}.${process.pid}`
  try {
    writeFileSync(own, script.createCachedData())
    renameSync(own, path)
  } catch {
    rmSync(own, { force: true })
  }
}

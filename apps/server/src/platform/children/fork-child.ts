import { type ChildProcess, fork } from 'node:child_process'
import { tied } from '../program/tie.js'

/** What a child may know of the environment: nothing secret. */
const passedOn = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'NODE_ENV', 'BIANYIN_TEST_BUILD', 'FAILPOINT', 'FAILPOINT_MARK']

/**
 * Helpers V8 may have beside a child's own thread. House: with one in place of Node's four, which share two cores with the thread they help,
 * a first bulletin takes a twentieth less, ten times the text a tenth, and 4 MB less.
 */
const HELPERS = 1

/** Forks a program of ours with a bounded heap; bytes travel as bytes. Where the kernel can do it, the child is killed with its parent, even in the middle of an endless loop. */
export function forkChild(program: string, heapMb: number): ChildProcess {
  const heap = [`--max-old-space-size=${heapMb}`, `--v8-pool-size=${HELPERS}`]
  const [execPath, ...execArgv] = [...tied('KILL'), process.execPath, ...heap]
  return fork(program, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: Object.fromEntries(passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    execPath,
    execArgv,
  })
}

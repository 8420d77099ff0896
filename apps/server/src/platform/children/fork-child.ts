import { type ChildProcess, fork } from 'node:child_process'
import { tied } from '../program/tie.js'

/** What a child may know of the environment: nothing secret. */
const passedOn = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'NODE_ENV', 'BIANYIN_TEST_BUILD', 'FAILPOINT', 'FAILPOINT_MARK']

/** House: measured at 116 pages: with a young generation of 4 MB a first bulletin is printed in 113 MB, with 16 in 123, and later and longer ones in a tenth less time. */
const YOUNG_MB = 16

/**
 * Bytecodes a function runs before V8 thinks of optimising it. House: with six times V8's 67,584 a first bulletin of 116 pages costs a fifth less processor time,
 * for its helpers optimise less of what runs but once; from the third issue on nothing differs.
 */
const RUNS_BEFORE_OPTIMISING = 400_000

/** Forks a program of ours with a bounded heap; bytes travel as bytes. Where the kernel can do it, the child is killed with its parent, even in the middle of an endless loop. */
export function forkChild(program: string, heapMb: number): ChildProcess {
  const heap = [`--max-old-space-size=${heapMb}`, `--max-semi-space-size=${YOUNG_MB}`, `--interrupt-budget=${RUNS_BEFORE_OPTIMISING}`]
  const [execPath, ...execArgv] = [...tied('KILL'), process.execPath, ...heap]
  return fork(program, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: Object.fromEntries(passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    execPath,
    execArgv,
  })
}

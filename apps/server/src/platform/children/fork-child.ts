import { type ChildProcess, fork, spawnSync } from 'node:child_process'

let tieable: boolean | undefined

/** Where the kernel can do it, a child is killed with its parent, even in the middle of an endless loop. */
function canTie(): boolean {
  tieable ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true'], { stdio: 'ignore' }).status === 0
  return tieable
}

/** What a child may know of the environment: nothing secret. */
const passedOn = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'NODE_ENV', 'BIANYIN_TEST_BUILD', 'FAILPOINT', 'FAILPOINT_MARK']

/** Forks a program of ours with a bounded heap; bytes travel as bytes. */
export function forkChild(program: string, heapMb: number): ChildProcess {
  const node = [`--max-old-space-size=${heapMb}`]
  return fork(program, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: Object.fromEntries(passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    ...(canTie() ? { execPath: 'setpriv', execArgv: ['--pdeathsig', 'KILL', process.execPath, ...node] } : { execArgv: node }),
  })
}

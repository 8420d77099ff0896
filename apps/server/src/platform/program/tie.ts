import { spawnSync } from 'node:child_process'

let able: boolean | undefined

/** Whether the kernel can be asked to signal a child when its parent is gone. */
const canTie = (): boolean => {
  able ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true'], { stdio: 'ignore' }).status === 0
  return able
}

/** The words before a program that tie its life to ours, kill -9 included; none where the system cannot do it. */
export const tied = (signal: 'KILL' | 'INT'): readonly string[] => (canTie() ? ['setpriv', '--pdeathsig', signal] : [])

import { isAlive } from './postmaster-file.js'

/**
 * When our program is ended in a hurry (a second Ctrl-C, or its patience is over), a child that is still there is told to go, too.
 * Answers the function that takes the precaution back. After kill -9 nothing of ours runs any more: the next start takes the server over.
 */
export function goesWithUs(pid: number, signal: NodeJS.Signals): () => void {
  const go = (): void => {
    if (isAlive(pid)) process.kill(pid, signal)
  }
  process.once('exit', go)
  return () => void process.off('exit', go)
}

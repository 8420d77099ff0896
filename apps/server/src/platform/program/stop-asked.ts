import { exitCode } from './exit-code.js'

/** Resolves at the first SIGTERM or Ctrl-C, or when the supervisor is gone; a second signal ends the program at once. */
export function stopAsked(): Promise<void> {
  const supervised = process.send !== undefined
  return new Promise((resolve) => {
    let asked = false
    const ask = (): void => {
      if (asked) process.exit(exitCode.fault)
      asked = true
      resolve()
    }
    process.on('SIGTERM', ask)
    // Ctrl-C reaches the whole group at the terminal; a supervised program waits for its supervisor's word.
    process.on('SIGINT', supervised ? () => {} : ask)
    process.on('SIGHUP', supervised ? () => {} : ask)
    if (supervised) process.once('disconnect', resolve)
  })
}

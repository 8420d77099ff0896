import { spawn } from 'node:child_process'
import type { Config } from '../config/config.js'
import type { Log } from '../log/log.js'
import { compiledProgram } from '../project-root.js'

/** It may be in the middle of waiting for the sample's files. */
const patienceMs = 1000

/** Tells the person at the terminal where the desk is and how to get in: a command of its own, so that the supervisor stays small. Answers the function that cuts it short. */
export function welcome(config: Config, databaseUrl: string, port: number, log: Log): () => Promise<void> {
  const child = spawn(process.execPath, [compiledProgram('main.cli'), '.welcome', '--port', String(port)], {
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: config.dataDir },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  let cutShort = false
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => log.error({ err: error }, 'the welcome could not be told')).once('close', () => resolve())
  })
  child.once('exit', (code) => {
    if (code !== 0 && !cutShort) log.error({ code }, 'the welcome came to a bad end')
  })
  return async () => {
    cutShort = true
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    await ended
    clearTimeout(late)
  }
}

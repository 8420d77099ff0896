import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { conflict } from '#lib/editorial'
import type { Binaries } from './binaries.js'

const run = promisify(execFile)

/** A cluster made by another major version is neither opened nor harmed. */
export async function refuseOtherVersion(folder: string, { postgres }: Binaries): Promise<void> {
  const made = (await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (made === '') return
  const { stdout } = await run(postgres, ['--version'])
  const program = /(\d+)/.exec(stdout)?.[1] ?? ''
  if (program !== made) throw conflict('database/other-version', { made, program, dir: folder })
}

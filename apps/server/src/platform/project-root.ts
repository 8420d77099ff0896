import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const isRoot = (folder: string): boolean => {
  const manifest = join(folder, 'package.json')
  return existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'bianyin-house'
}

/** The folder the house stands in, found from the running file upwards: the same from the sources and from dist. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!isRoot(folder)) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('the project folder was not found above the running program')
    folder = parent
  }
  return folder
}

/** The version the house calls itself, from its package.json. */
export const houseVersion = (): string =>
  (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version

/** Where a program lies once compiled, whether we run from the sources (tests) or from dist. */
export const compiledProgram = (name: string): string => join(projectRoot(), 'dist/apps/server/src', `${name}.js`)

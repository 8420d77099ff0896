import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { invalid } from '#lib/editorial'

export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array | string
}

/** The folder must be there and take files before any work is done. Refuses otherwise. */
export async function prepareFolder(folder: string): Promise<void> {
  const trial = join(folder, `.${randomUUID()}.part`)
  try {
    await mkdir(folder, { recursive: true })
    await (await open(trial, 'wx')).close()
    await rm(trial)
  } catch {
    throw invalid('produce/cannot-write', { path: folder })
  }
}

/** Writes all files whole under passing names, then gives each its own: no reader ever meets half of one. Answers their paths. */
export async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<string[]> {
  const mark = randomUUID()
  const drafts = files.map((file) => join(folder, `.${mark}-${file.name}.part`))
  try {
    for (const [at, file] of files.entries()) await writeForced(drafts[at] ?? '', file.bytes)
    const paths = files.map((file) => join(folder, file.name))
    for (const [at, path] of paths.entries()) await rename(drafts[at] ?? '', path)
    return paths
  } finally {
    for (const draft of drafts) await rm(draft, { force: true })
  }
}

async function writeForced(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DiskFileStore } from './disk-file-store.js'
import { IntegrityFault } from './file-store.js'

let folder: string
let files: DiskFileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bianyin-files-'))
  files = new DiskFileStore(join(folder, 'files'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => Buffer.from(text)
const all = async (): Promise<string[]> => {
  const found: string[] = []
  for await (const sha256 of files.list()) found.push(sha256)
  return found
}
async function* kept(...names: string[]): AsyncIterable<string> {
  yield* names
}
const longAgo = new Date('2020-01-01')

test('a file is named by what it holds, and is one however often it is put', async () => {
  const first = await files.put(bytes('清样'))
  const second = await files.put(bytes('清样'))
  expect(first).toEqual(second)
  expect(first.bytes).toBe(6)
  expect(await all()).toEqual([first.sha256])
  expect((await files.read(first.sha256)).toString()).toBe('清样')
})

test('ten at once of the same bytes leave one file and nothing unfinished', async () => {
  await Promise.all(Array.from({ length: 10 }, () => files.put(bytes('同一份'))))
  expect((await all()).length).toBe(1)
  expect(await readdir(files.draftFolder)).toEqual([])
})

test('a finished file is taken over', async () => {
  const draft = join(folder, 'upload')
  await writeFile(draft, '上传')
  const stored = await files.putFile(draft)
  expect(await files.check(stored.sha256)).toEqual(stored)
  expect(await readdir(folder)).toEqual(['files'])
})

test('damage is seen before a byte is sent: changed, cut short, gone', async () => {
  const changed = await files.put(bytes('甲甲甲'))
  const cut = await files.put(bytes('乙乙乙'))
  const gone = await files.put(bytes('丙丙丙'))
  await writeFile(files.path(changed.sha256), '甲甲丁')
  await truncate(files.path(cut.sha256), 3)
  await rm(files.path(gone.sha256))
  for (const { sha256 } of [changed, cut, gone]) await expect(files.check(sha256)).rejects.toThrow(IntegrityFault)
})

test.each(['../../etc/passwd', 'AB'.repeat(32), '', 'a'.repeat(63)])('“%s” is no name of a file', async (name) => {
  expect(() => files.path(name)).toThrow('SHA-256')
})

test('the sweep removes what nobody keeps, after the grace, and what was never finished', async () => {
  const wanted = await files.put(bytes('留'))
  const old = await files.put(bytes('旧'))
  const young = await files.put(bytes('新'))
  const draft = join(files.draftFolder, 'left-by-a-kill')
  await writeFile(draft, '半')
  const store = new OldFiles(join(folder, 'files'), [old.sha256, wanted.sha256, 'left-by-a-kill'])
  expect(await store.sweep(kept(wanted.sha256), 60_000)).toEqual([old.sha256])
  expect(await all()).toEqual([wanted.sha256, young.sha256].sort())
  expect(await readdir(files.draftFolder)).toEqual([])
})

/** The change time of a file cannot be set back, so these count as old by name. */
class OldFiles extends DiskFileStore {
  constructor(
    root: string,
    private readonly old: readonly string[],
  ) {
    super(root)
  }

  protected override async olderThan(path: string): Promise<boolean> {
    await utimes(path, longAgo, longAgo)
    return this.old.some((name) => path.endsWith(name))
  }
}

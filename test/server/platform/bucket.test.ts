import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../../apps/server/src/platform/config/read-config.js'
import { type FileStore, IntegrityFault } from '../../../apps/server/src/platform/files/file-store.js'
import { openFiles } from '../../../apps/server/src/platform/files/open-files.js'
import { usualChecks } from '../../../apps/server/src/platform/health/usual-checks.js'
import { TestBucket } from './bucket-for-test.js'

let folder: string
let bucket: TestBucket
let files: FileStore
/** A machine of its own, with the same bucket. */
const machine = (name: string, url = bucket.url): FileStore => openFiles(readConfig({ DATA_DIR: join(folder, name), FILES_URL: url }))
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bianyin-bucket-'))
  bucket = await TestBucket.open()
  files = machine('one')
})
afterEach(async () => {
  await bucket.close()
  rmSync(folder, { recursive: true, force: true })
})

const all = async (): Promise<string[]> => {
  const found: string[] = []
  for await (const sha256 of files.list()) found.push(sha256)
  return found
}
async function* kept(...names: string[]): AsyncIterable<string> {
  yield* names
}

test('what one machine stores another reads, whole and in part', async () => {
  const draft = join(folder, 'draft')
  writeFileSync(draft, '清样一份')
  const stored = await files.putFile(draft)
  const other = machine('two')
  expect(await other.has(stored.sha256)).toBe(true)
  expect(await other.check(stored.sha256)).toEqual(stored)
  expect((await other.read(stored.sha256)).toString()).toBe('清样一份')
  const part: Buffer[] = []
  for await (const chunk of machine('three').open(stored.sha256, { start: 3, end: 5 })) part.push(chunk as Buffer)
  expect(Buffer.concat(part).toString()).toBe('样')
  expect([...bucket.objects.keys()]).toEqual([`desk/${stored.sha256.slice(0, 2)}/${stored.sha256}`])
})

test('damage in the bucket and a damaged copy are both seen; a copy is fetched anew', async () => {
  const { sha256 } = await files.put(Buffer.from('甲'))
  writeFileSync(files.path(sha256), '乙')
  expect((await files.read(sha256)).toString()).toBe('甲')
  bucket.objects.set(`desk/${sha256.slice(0, 2)}/${sha256}`, { bytes: Buffer.from('丙'), changedAt: new Date() })
  await expect(files.check(sha256)).rejects.toThrow(IntegrityFault)
  bucket.objects.clear()
  await expect(machine('two').read(sha256)).rejects.toThrow(IntegrityFault)
})

test('lists page by page, sweeps what is old and not wanted', async () => {
  const names: string[] = []
  for (const text of ['一', '二', '三', '四', '五']) names.push((await files.put(Buffer.from(text))).sha256)
  expect(await all()).toEqual([...names].sort())
  const [wanted, old] = names as [string, string]
  for (const name of [wanted, old]) {
    const key = `desk/${name.slice(0, 2)}/${name}`
    const object = bucket.objects.get(key)
    if (object !== undefined) object.changedAt = new Date('2020-01-01')
  }
  expect(await files.sweep(kept(wanted), 60_000)).toEqual([old])
  expect((await all()).includes(old)).toBe(false)
  expect((await all()).length).toBe(4)
})

test('copies nobody has fetched for a day go; the bucket keeps them', async () => {
  const { sha256 } = await files.put(Buffer.from('存'))
  utimesSync(files.path(sha256), new Date('2020-01-01'), new Date('2020-01-01'))
  await files.sweepUnfinished(60_000)
  expect(bucket.objects.size).toBe(1)
  const asked = bucket.asked.length
  expect((await files.read(sha256)).toString()).toBe('存')
  expect(bucket.asked.slice(asked)).toEqual([`GET /bulletins/desk/${sha256.slice(0, 2)}/${sha256}`])
})

test('a store that is away for a moment is asked again; one that refuses is not', async () => {
  bucket.failing = 2
  const { sha256 } = await files.put(Buffer.from('等'))
  expect(bucket.asked.length).toBe(3)
  expect(await files.has(sha256)).toBe(true)
  const stranger = machine('four', bucket.url.replace('TESTKEY', 'OTHERKEY'))
  const before = bucket.asked.length
  await expect(stranger.put(Buffer.from('x'))).rejects.toThrow('403 SignatureDoesNotMatch')
  expect(bucket.asked.length).toBe(before + 1)
  await files.remove(sha256)
  expect(await files.has(sha256)).toBe(false)
})

test('readiness asks the bucket: one that is there is well, one that is gone or does not know our key is not', async () => {
  const ask = (url: string): Promise<unknown> => {
    const config = readConfig({ DATA_DIR: join(folder, 'five'), FILES_URL: url })
    const checks = usualChecks({ config, files: openFiles(config), dataSource: undefined as never })
    return checks.find(({ name }) => name === 'bucket')?.check() ?? Promise.reject(new Error('no check'))
  }
  await expect(ask(bucket.url)).resolves.toBe(false)
  await expect(ask(bucket.url.replace('TESTKEY', 'OTHERKEY'))).rejects.toThrow('403')
})

test.each(['s3://host/bucket', 's3://key:secret@host/', 's3://key:secret@host/B', 'ftp://host/x'])('%s is refused at start', (url) => {
  expect(() => readConfig({ FILES_URL: url })).toThrow()
})

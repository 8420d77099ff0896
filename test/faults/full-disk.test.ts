import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleAnswer, editionList, type IssueAnswer, renderAnswer, renderList } from '#lib/editorial'
import type { Colleague } from '../server/desk/desk.js'
import { article } from '../server/desk/example-articles.js'
import { type Answer, good, refused } from '../server/desk/visitor.js'
import { HouseProcess } from '../server/house-process.js'
import type { Author } from './author.js'
import { databaseUrl, newAuthor } from './house-desk.js'
import { figures, full, pause } from './points.js'
import { onSmallDisks, SmallDisk, seenBy } from './small-disk.js'
import { patientTables, settle, type Tables } from './tables.js'

let house: HouseProcess
let files: SmallDisk
let data: SmallDisk
let tables: Tables
let author: Author
let editor: Colleague
let publication: string
let printed: IssueAnswer

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bianyin-small-'))
  const env = { LOG_LEVEL: 'error', WORKER_CONCURRENCY: '1' }
  house = await HouseProcess.start({ dataDir, env, before: onSmallDisks(dataDir, { data: '256m', files: '64m' }) })
  await house.welcomed()
  const inside = seenBy(house, dataDir)
  data = new SmallDisk(inside)
  files = new SmallDisk(join(inside, 'files'))
  tables = patientTables(() => databaseUrl(inside))
  const desk = await newAuthor(house)
  author = desk.author
  editor = desk.editor
  publication = desk.publication
  printed = await author.issue()
  await author.wish(printed)
  await settle(tables, 60_000)
})
afterAll(async () => {
  house.kill('SIGTERM')
  await house.exit()
  house.clear()
})

const upload = (bytes: number): Promise<Answer> =>
  editor.upload(`/publications/${publication}/sources/file`, '来稿.txt', '关于召开学术年会的通知\n'.repeat(bytes / 30))
const snapshots = async (): Promise<number> => Number((await tables.query<{ n: number }>('SELECT count(*) AS n FROM snapshots'))[0]?.n)

/** Until the house says so; milliseconds. */
async function until(question: () => Promise<boolean>, patienceMs: number): Promise<number> {
  const began = performance.now()
  while (!(await question())) {
    if (performance.now() - began > patienceMs) throw new Error(`it did not come true within ${patienceMs} ms`)
    await pause(50)
  }
  return Math.round(performance.now() - began)
}

/** The first file of an issue that was printed before, to the last byte. */
async function download(): Promise<number> {
  const [edition] = good(await editor.get(`/issues/${printed.id}/editions`), editionList).items
  const response = await editor.raw('GET', `/editions/${edition?.id}/files/pdf`)
  return response.status === 200 ? (await response.arrayBuffer()).byteLength : response.status
}

test('the disk of the files is full: uploads are refused whole, renders wait and go on by themselves, reading goes on', async () => {
  const issues = [await author.issue(), await author.issue()]
  const before = { snapshots: await snapshots(), size: await download() }
  // Room for what is to be printed, and for nothing that is printed.
  files.fill(24 * 1024)
  for (const issue of issues) await author.wish(issue)
  const waiting = async () =>
    (await Promise.all(issues.map(async (one) => good(await editor.get(`/issues/${one.id}/renders`), renderList).items))).flat()
  const waits = await until(async () => (await waiting()).every((one) => one.error?.code === 'render/storage-full'), 30_000)
  expect((await waiting()).map((one) => [one.state, one.error?.message])).toEqual(
    Array(2).fill(['queued', '存储空间已满，正在等待；腾出空间后会自动继续。']),
  )
  files.free()
  files.fill()
  expect(refused(await upload(300_000))).toBe('507 http/storage-full')
  expect([await snapshots(), files.list('unfinished'), await download()]).toEqual([before.snapshots, [], before.size])
  expect(await house.status('/health/ready')).toBe(503)
  expect(await house.status('/health/live')).toBe(200)
  const metrics = await fetch(`http://127.0.0.1:${house.port}/metrics`)
  expect(await metrics.text()).toMatch(/^bianyin_storage_free_bytes 0$/m)
  files.free()
  const settled = await settle(tables, 60_000)
  const ends = (await waiting()).map((one) => good({ status: 200, headers: new Headers(), body: one }, renderAnswer))
  figures('files full', { waits, settledMs: Math.round(settled ?? -1), attempts: ends.map((one) => one.attempt) })
  expect(ends.map((one) => [one.state, one.error])).toEqual(Array(2).fill(['done', null]))
  expect((await upload(300_000)).status).toBe(201)
  expect(await house.status('/health/ready')).toBe(200)
})

test('the disk of the database is full: what was acknowledged stays, what was not is refused as such, and writing comes back by itself', async () => {
  const made = good(await editor.post(`/publications/${publication}/articles`, { content: article('稿件') }), articleAnswer, 201)
  const acked: { version: number; title: string }[] = []
  const answers: Record<number, number> = {}
  let version = made.version
  let slowest = 0
  const write = async (): Promise<number> => {
    const title = `第${version}稿`
    const body = `会议强调第${version}点。`.repeat(2000)
    const began = performance.now()
    const { status, body: said } = await editor.put(`/articles/${made.id}`, { content: article(title, body) }, { version })
    slowest = Math.max(slowest, performance.now() - began)
    answers[status] = (answers[status] ?? 0) + 1
    if (status === 200) version = (said as { version: number }).version
    if (status === 200) acked.push({ version, title })
    return status
  }
  data.fill()
  const end = performance.now() + (full ? 30_000 : 1500)
  while (performance.now() < end) if ((await write()) !== 200) await pause(100)
  data.free()
  const back = await until(async () => (await write()) === 200, 60_000)
  const kept = await tables.query<{ version: number; title: string }>(
    'SELECT number AS version, title FROM article_versions WHERE article = $1',
    [made.id],
  )
  const lost = acked.filter((one) => !kept.some(({ version, title }) => version === one.version && title === one.title))
  figures('database full', { answers, slowestMs: Math.round(slowest), backMs: back, acked: acked.length, lost: lost.length })
  expect(lost).toEqual([])
  expect(Object.keys(answers).filter((status) => !['200', '503', '507'].includes(status))).toEqual([])
  expect(answers[503] ?? answers[507]).toBeGreaterThan(0)
})

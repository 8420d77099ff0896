import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleAnswer } from '#lib/editorial'
import { type Desk, openDesk } from '../server/desk/desk.js'
import { article } from '../server/desk/example-articles.js'
import { good, Visitor } from '../server/desk/visitor.js'
import { HouseProcess } from '../server/house-process.js'
import { chance } from './chance.js'
import { figures, often, pause } from './points.js'

const kills = often(3, 60)
const writers = often(4, 20)
/** Acknowledged between two kills. */
const between = often(10, 90)

let desk: Desk
let api: HouseProcess
let editor: Visitor
let ids: string[]
beforeAll(async () => {
  desk = await openDesk()
  const person = await desk.person('editor', '林编辑')
  const publication = await desk.publication('江州高教参考', { editor: [person] })
  ids = []
  for (let n = 0; n < writers; n += 1) {
    const made = await person.post(`/publications/${publication.id}/articles`, { content: article(`稿件${n}`) })
    ids.push(good(made, articleAnswer, 201).id)
  }
  api = await begin()
  editor = new Visitor(`http://127.0.0.1:${api.port}`)
  for (const [name, value] of person.cookies) editor.cookies.set(name, value)
  editor.token = person.token
})
afterAll(async () => {
  api.clear()
  await desk.close()
})

/** The API as a process of its own, on the desk's database and folder; each life at the same address. */
async function begin(port?: number): Promise<HouseProcess> {
  const { database, config } = desk.runtime
  const env = { DATABASE_URL: database.url, DATA_DIR: config.dataDir, LOG_LEVEL: 'silent' }
  const begun = await HouseProcess.start({ program: 'main.api', env, ...(port === undefined ? {} : { port }) })
  await begun.ready()
  return begun
}

interface Saved {
  readonly article: string
  readonly version: number
  readonly title: string
}

/** Saves again and again on the newest version; notes what the house said it had kept. An answer that did not come is asked for anew. */
async function write(id: string, acked: Saved[], over: () => boolean): Promise<void> {
  for (let n = 0, version = 1; !over(); n += 1) {
    const title = `第${n}稿`
    try {
      const answer = await editor.put(`/articles/${id}`, { content: article(title) }, { version })
      if (answer.status === 200) {
        version = good(answer, articleAnswer).version
        acked.push({ article: id, version, title })
      } else version = good(await editor.get(`/articles/${id}`), articleAnswer).version
    } catch {
      await pause(50)
    }
  }
}

test('an API killed under the writers’ hands: whatever it said it kept is there, each once, and nothing half', async () => {
  const acked: Saved[] = []
  let over = false
  const working = ids.map((id) => write(id, acked, () => over))
  const random = chance(3)
  for (let kill = 0; kill < kills; kill += 1) {
    const before = acked.length
    while (acked.length < before + between) await pause(20)
    await pause(random(200))
    const { port } = api
    api.kill('SIGKILL')
    await api.exit()
    api = await begin(port)
  }
  over = true
  await Promise.all(working)
  const rows = await desk.runtime.database.query<Saved>('SELECT article, number AS version, title FROM article_versions')
  const kept = new Map(rows.map((row) => [`${row.article} ${row.version}`, row.title]))
  const lost = acked.filter((one) => kept.get(`${one.article} ${one.version}`) !== one.title)
  const heads = await desk.runtime.database.query<{ id: string; version: number; kept: number }>(
    'SELECT a.id, a.version, (SELECT max(number) FROM article_versions v WHERE v.article = a.id) AS kept FROM articles a',
  )
  figures('writers', { kills, writers, acked: acked.length, lost: lost.length, versions: rows.length })
  expect(lost).toEqual([])
  expect(heads.filter((one) => one.version !== one.kept)).toEqual([])
  expect(acked.length).toBeGreaterThanOrEqual(kills * between)
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type FeedAnswer,
  type FindAnswer,
  feedAnswer,
  feedList,
  fetchAnswer,
  findList,
  findPage,
  type PublicationAnswer,
} from '#lib/editorial'
import { type Colleague, type Desk, openDesk } from '../desk/desk.js'
import { good, refused } from '../desk/visitor.js'
import { type Listener, listen } from '../outside/listener.js'

const rss = (titles: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>江州教育网</title>${titles
    .map(
      (title, at) =>
        `<item><title>${title}</title><link>/news/${at}.html</link><pubDate>Mon, 0${at + 1} Sep 2025 08:00:00 +0800</pubDate></item>`,
    )
    .join('')}</channel></rss>`
const listPage = `<html><head><title>要闻</title></head><body><ul class="list">${[1, 2, 3, 4, 5, 6]
  .map((day) => `<li><a href="/yw/2025/${day}.html">江州省召开第${day}次教育工作会议部署重点任务</a><span>2025-09-0${day}</span></li>`)
  .join('')}</ul></body></html>`
const article = `<html><head><meta name="ArticleTitle" content="学科调整工作启动"></head><body><div class="TRS_Editor"><p>${'江州省学科专业调整工作启动，各高校报送方案。'.repeat(4)}</p></div></body></html>`

let site: Listener
let desk: Desk
let editor: Colleague
let outsider: Colleague
let publication: PublicationAnswer
let titles = ['学科调整工作启动', '暑期安全工作部署']
let listing = listPage
const heard: { path: string; condition: string | undefined }[] = []
const at = (path: string): string => `http://127.0.0.1:${site.port}${path}`

beforeAll(async () => {
  site = await listen((request, response) => {
    const path = request.url ?? ''
    heard.push({ path, condition: request.headers['if-none-match'] })
    if (path === '/robots.txt')
      return void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /closed/')
    if (path === '/feed.xml') {
      const etag = `"${titles.length}"`
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
      return void response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(rss(titles))
    }
    if (path === '/yw/') return void response.writeHead(200, { 'content-type': 'text/html' }).end(listing)
    if (path.startsWith('/news/')) return void response.writeHead(200, { 'content-type': 'text/html' }).end(article)
    response.writeHead(404).end()
  })
  desk = await openDesk({ FETCH_ALLOW: `127.0.0.1:${site.port}` })
  await desk.work()
  editor = await desk.person('editor')
  outsider = await desk.person('outsider')
  publication = await desk.publication('采集通讯', { editor: [editor] })
})
afterAll(async () => {
  await desk.close()
  await site.close()
})

const watch = async (name: string, path: string, more: object = {}): Promise<FeedAnswer> =>
  good(await editor.post(`/publications/${publication.id}/feeds`, { name, address: at(path), ...more }), feedAnswer, 201)

/** The feed once it has been visited after this moment. */
async function visited({ id, askedAt }: FeedAnswer): Promise<FeedAnswer> {
  for (;;) {
    const now = good(await editor.get(`/feeds/${id}`), feedAnswer)
    if (now.askedAt !== askedAt) return now
    await sleep(150)
  }
}

const revisited = async (feed: FeedAnswer): Promise<FeedAnswer> =>
  visited(good(await editor.post(`/feeds/${feed.id}/visit`), feedAnswer, 202))
const finds = async (query = ''): Promise<FindAnswer[]> =>
  good(await editor.get(`/publications/${publication.id}/finds${query}`), findPage).items

it('a feed is visited at once, brings its articles, and says which rule suggests a column', async () => {
  const rules = [{ name: '学科归政策', words: ['学科'], source: null, column: '政策文件' }]
  const feed = await visited(await watch('江州教育网', '/feed.xml', { rules }))
  expect(feed).toMatchObject({ health: 'good', trouble: null, waiting: 2, everyMinutes: 60 })
  expect(Date.parse(feed.dueAt) - Date.now()).toBeGreaterThan(50 * 60_000)
  const brought = await finds()
  expect(
    brought.map((one) => [one.title, one.date, one.column, one.rule]).toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
  ).toEqual([
    ['学科调整工作启动', '2025-09-01', '政策文件', '学科归政策'],
    ['暑期安全工作部署', '2025-09-02', null, null],
  ])
})

it('is asked politely: nothing twice that has not changed, and what is new is one more', async () => {
  const [feed] = good(await editor.get(`/publications/${publication.id}/feeds`), feedList).items
  const same = await revisited(feed as FeedAnswer)
  expect([heard.filter((one) => one.path === '/feed.xml').at(-1)?.condition, same.waiting]).toEqual(['"2"', 2])
  titles = [...titles, '新学期工作要点']
  expect((await revisited(same)).waiting).toBe(3)
})

it('is visited by itself when its time has come', async () => {
  const [feed] = good(await editor.get(`/publications/${publication.id}/feeds`), feedList).items
  await desk.runtime.database.query(`UPDATE feeds SET due_at = now() - interval '1 minute' WHERE id = $1`, [feed?.id])
  expect(Date.parse((await visited(feed as FeedAnswer)).dueAt)).toBeGreaterThan(Date.now())
})

it('what is kept becomes an article, what is dismissed leaves, and both may be taken back', async () => {
  const all = await finds()
  const kept = all.find((one) => one.title === '学科调整工作启动')
  const path = `/publications/${publication.id}/finds/decisions`
  const [now] = good(await editor.post(path, { finds: [kept?.id], state: 'kept' }), findList).items
  expect(now).toMatchObject({ state: 'kept', fetch: expect.any(String) })
  for (let state = ''; state !== 'done'; await sleep(150)) state = good(await editor.get(`/fetches/${now?.fetch}`), fetchAnswer).state
  expect((await finds('?state=kept'))[0]?.article).toEqual(expect.any(String))
  const other = all.find((one) => one.id !== kept?.id)
  good(await editor.post(path, { finds: [other?.id], state: 'dismissed' }), findList)
  expect((await finds('?state=new')).map((one) => one.id)).not.toContain(other?.id)
  good(await editor.post(path, { finds: [other?.id], state: 'new' }), findList)
  expect((await finds('?state=new')).map((one) => one.id)).toContain(other?.id)
  expect(refused(await outsider.post(path, { finds: [other?.id], state: 'kept' }))).toBe('404 publication/missing')
})

it('a page that lists articles is watched too, and tells when it has fallen silent and when its layout has changed', async () => {
  const page = await visited(await watch('要闻', '/yw/'))
  expect([page.health, page.waiting, page.trouble]).toEqual(['silent', 6, expect.stringContaining('很久没有新内容')])
  listing = '<html><body><div id="app"></div></body></html>'
  const changed = await revisited(page)
  expect([changed.health, changed.trouble]).toEqual(['changed', expect.stringContaining('改版')])
})

it('a site that asks robots to stay away is left alone, and one that is gone says so', async () => {
  expect((await visited(await watch('内部', '/closed/feed.xml'))).health).toBe('barred')
  expect(heard.some((one) => one.path === '/closed/feed.xml')).toBe(false)
  const gone = await visited(await watch('没有了', '/gone.xml'))
  expect([gone.health, gone.trouble]).toEqual(['failing', expect.stringContaining('404')])
})

it('is changed and removed by its version, once an address, never a private one', async () => {
  const [feed] = good(await editor.get(`/publications/${publication.id}/feeds`), feedList).items.filter((one) => one.name === '没有了')
  const path = `/publications/${publication.id}/feeds`
  expect(refused(await editor.post(path, { name: '又一次', address: at('/gone.xml') }))).toBe('409 feed/watched-already')
  expect(refused(await editor.post(path, { name: '内网', address: 'http://10.0.0.1/feed' }))).toBe('422 fetch/refused')
  expect(refused(await editor.post(path, { name: '太勤', address: at('/a'), everyMinutes: 5 }))).toBe('422 http/validation-failed')
  good(await editor.patch(`/feeds/${feed?.id}`, { paused: true }, { version: 1 }), feedAnswer)
  expect(refused(await editor.patch(`/feeds/${feed?.id}`, { paused: false }, { version: 1 }))).toBe('412 http/stale')
  expect((await editor.delete(`/feeds/${feed?.id}`, { version: 2 })).status).toBe(204)
  expect(refused(await editor.get(`/feeds/${feed?.id}`))).toBe('404 feed/missing')
})

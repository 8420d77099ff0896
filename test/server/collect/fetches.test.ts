import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  articleAnswer,
  type FetchAnswer,
  fetchAnswer,
  fetchList,
  fetchPage,
  type PublicationAnswer,
  rereadAnswer,
  snapshotAnswer,
} from '#lib/editorial'
import { png } from '../../small-png.js'
import { type Colleague, type Desk, openDesk } from '../desk/desk.js'
import { good, refused } from '../desk/visitor.js'
import { type Listener, listen } from '../outside/listener.js'

const picture = png(
  40,
  30,
  8,
  0,
  Array.from({ length: 30 }, () => [0, ...Array.from({ length: 40 }, () => 128)]),
)

const page = (
  title: string,
  ...paragraphs: string[]
): string => `<!doctype html><html><head><meta charset="utf-8"><title>${title}_江州教育网</title>
<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2024-09-21"><meta name="ContentSource" content="江州教育报"></head>
<body><h1>${title}</h1><div class="TRS_Editor">${paragraphs.map((one) => `<p>${one}</p>`).join('')}</div></body></html>`

const sentence = (about: string): string =>
  `${about}工作推进会在江州召开，会议总结了上半年的进展，部署了下一阶段的重点任务，要求各高校抓好落实，按季度报告完成情况。`

let site: Listener
let desk: Desk
let editor: Colleague
let outsider: Colleague
let publication: PublicationAnswer
let revised = false
const asked: string[] = []
const at = (path: string): string => `http://127.0.0.1:${site.port}${path}`

beforeAll(async () => {
  site = await listen((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    if (path.endsWith('.png')) return void response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
    if (path === '/blocked') return void response.writeHead(412).end()
    if (path === '/empty')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body><div id="app"></div></body></html>')
    if (path.startsWith('/gone')) return void response.writeHead(404).end()
    const named = path === '/revised' && revised ? '修订' : '学科建设'
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(page(`关于推进${path.slice(1)}的通知`, sentence(`${named}${path}`), '<img src="./chart.png" width="400">', sentence('教师队伍')))
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

/** The fetches once none of them is under way. */
async function over(ids: readonly string[]): Promise<FetchAnswer[]> {
  for (;;) {
    const { items } = good(await editor.get(`/publications/${publication.id}/fetches?limit=200`), fetchPage)
    const mine = ids.flatMap((id) => items.find((one) => one.id === id) ?? [])
    if (mine.length === ids.length && mine.every((one) => one.state !== 'queued' && one.state !== 'running')) return mine
    await sleep(150)
  }
}

async function overOne(id: string | undefined): Promise<FetchAnswer> {
  const [one] = await over([id ?? ''])
  if (one === undefined) throw new Error('nothing was answered')
  return one
}

const ask = async (addresses: readonly string[], again = false): Promise<readonly FetchAnswer[]> =>
  good(await editor.post(`/publications/${publication.id}/fetches`, { addresses, ...(again ? { again } : {}) }), fetchList, 202).items

describe('addresses', () => {
  it('twenty at once become articles with source, date, picture and the page as it came', async () => {
    const taken = await ask(Array.from({ length: 20 }, (_, index) => at(`/news${index}`)))
    expect(taken).toHaveLength(20)
    const done = await over(taken.map((one) => one.id))
    expect(done.map((one) => one.error)).toEqual(Array.from({ length: 20 }, () => null))
    const [first] = done
    const article = good(await editor.get(`/articles/${first?.article}`), articleAnswer)
    expect(article.content).toMatchObject({
      title: '关于推进news0的通知',
      source: '江州教育报',
      sourceDate: '2024-09-21',
      url: at('/news0'),
    })
    expect(article.content.blocks.map((block) => block.kind)).toEqual(['paragraph', 'figure', 'paragraph'])
    const snapshot = good(await editor.get(`/snapshots/${first?.snapshot}`), snapshotAnswer)
    expect(snapshot).toMatchObject({ origin: 'web', url: at('/news0'), mediaType: 'text/html' })
  })

  it('each page once, however it is spelled, and what is there already is not asked again', async () => {
    const [one, ...rest] = await ask([at('/once'), `${at('/once')}#part`, `${at('/once')}?utm_source=x`])
    expect(rest).toEqual([])
    const first = await overOne(one?.id)
    const before = asked.length
    const [there] = await ask([at('/once')])
    expect(there).toMatchObject({ state: 'done', article: first.article, warnings: [{ code: 'fetch/there-already' }] })
    expect(asked.length).toBe(before)
    const [anew] = await ask([at('/once')], true)
    expect((await overOne(anew?.id)).article).not.toBe(first.article)
  })

  it('say what to do when nothing comes of them', async () => {
    const failed = await over((await ask([at('/blocked'), at('/empty'), at('/gone')])).map((one) => one.id))
    expect(failed.map((one) => [one.state, one.error?.code])).toEqual([
      ['failed', 'fetch/blocked'],
      ['failed', 'fetch/no-article'],
      ['failed', 'fetch/status'],
    ])
    for (const one of failed) expect(one.error?.message).toContain('复制网页内容粘贴')
    const again = good(await editor.post(`/fetches/${failed[2]?.id}/retry`), fetchAnswer, 202)
    expect(again).toMatchObject({ state: 'queued', error: null })
    expect((await overOne(again.id)).error?.code).toBe('fetch/status')
    expect(good(await editor.get(`/publications/${publication.id}/fetches?state=failed`), fetchPage).items).toHaveLength(3)
  })

  it('that may not be asked are refused before anything is written', async () => {
    const path = `/publications/${publication.id}/fetches`
    expect(refused(await editor.post(path, { addresses: [at('/fine'), 'http://169.254.169.254/latest'] }))).toBe('422 fetch/refused')
    expect(refused(await editor.post(path, { addresses: [] }))).toBe('422 http/validation-failed')
    expect(refused(await outsider.post(path, { addresses: [at('/fine')] }))).toBe('404 publication/missing')
    expect(asked).not.toContain('/fine')
  })
})

describe('a page asked once more', () => {
  it('shows what it says now beside what it said first, and the article stays', async () => {
    const [one] = await ask([at('/revised')])
    const { article } = await overOne(one?.id)
    const same = await overOne(good(await editor.post(`/articles/${article}/refetch`), fetchAnswer, 202).id)
    expect(same).toMatchObject({ state: 'done', differs: false, againFor: article, article })
    revised = true
    const other = await overOne(good(await editor.post(`/articles/${article}/refetch`), fetchAnswer, 202).id)
    expect(other.differs).toBe(true)
    const { first, now } = good(await editor.get(`/fetches/${other.id}/reread`), rereadAnswer)
    expect([JSON.stringify(first.blocks[0]), JSON.stringify(now.blocks[0])]).toEqual([
      expect.stringContaining('学科建设'),
      expect.stringContaining('修订'),
    ])
    expect(good(await editor.get(`/articles/${article}`), articleAnswer).version).toBe(1)
    expect(refused(await editor.post(`/fetches/${other.id}/cancel`))).toBe('409 fetch/over')
    expect(refused(await outsider.get(`/fetches/${other.id}/reread`))).toBe('404 fetch/missing')
  })
})

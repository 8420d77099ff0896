import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type EditionAnswer,
  editionList,
  imageRefShape,
  issueAnswer,
  jsonFeedShape,
  mailAnswer,
  newShare,
  newToken,
  type PublicationAnswer,
  publicationAnswer,
  releasedList,
  renderAnswer,
  sharedEdition,
  shareList,
  statisticsAnswer,
  tokenList,
  wechatAnswer,
} from '#lib/editorial'
import { png } from '../../small-png.js'
import { until } from '../platform/worker-for-test.js'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { openPostOffice, type PostOffice } from './post-office.js'
import { typed } from './typed.js'
import { good, refused, Visitor } from './visitor.js'

const nasty = '<script>alert(1)</script>“与”&'

let desk: Desk
let office: PostOffice
let editor: Colleague
let keeper: Colleague
let reader: Visitor
let publication: PublicationAnswer
let edition: EditionAnswer

beforeAll(async () => {
  office = await openPostOffice()
  desk = await openDesk({ SMTP_URL: office.url })
  await desk.work()
  editor = await desk.person('editor', '编甲')
  keeper = await desk.person('keeper', '管甲')
  const reviewers = [await desk.person('r1'), await desk.person('r2'), await desk.person('r3')]
  reader = desk.visitor()
  publication = await desk.publication('读者通讯', { editor: [editor], releaser: [editor], reviewer: reviewers, administrator: [keeper] })
  const dot = png(2, 2, 8, 0, [
    [0, 0, 255],
    [0, 255, 0],
  ])
  const image = good(await editor.upload(`/publications/${publication.id}/pictures`, '点.png', dot), imageRefShape, 201)
  const blocks = [
    {
      kind: 'paragraph',
      runs: [
        { text: nasty, bold: true },
        { text: '见网站', link: 'https://www.jiangzhou.example/a?b=1&c=2' },
      ],
    },
    { kind: 'figure', image, caption: '图 1', alt: '两点' },
  ]
  const content = article('读者看到的稿件', '', { blocks: blocks as never })
  const piece = await typed(editor, publication.id, content)
  const fresh = good(await editor.post(`/publications/${publication.id}/issues`, { year: 2024, date: '2024-10-08' }), issueAnswer, 201)
  const columns = [{ name: '院校资讯', articles: [{ article: piece.id, version: 1 }] }]
  good(await editor.put(`/issues/${fresh.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
  const { contentHash } = good(await editor.post(`/issues/${fresh.id}/moves/submit`, {}), issueAnswer)
  for (const one of reviewers) good(await one.post(`/issues/${fresh.id}/moves/approve`, { contentHash }), issueAnswer)
  const render = good(await editor.post(`/issues/${fresh.id}/renders`, { purpose: 'release' }), renderAnswer, 202)
  await until(async () => good(await editor.get(`/renders/${render.id}`), renderAnswer).state === 'done', 60_000)
  const [made] = good(await editor.get(`/issues/${fresh.id}/editions`), editionList).items
  edition = made as EditionAnswer
  expect(refused(await editor.post(`/editions/${edition.id}/shares`, { days: 7 }))).toBe('409 edition/not-released')
  good(await editor.post(`/issues/${fresh.id}/moves/release`, {}), issueAnswer)
})
afterAll(async () => {
  await desk.close()
  await office.close()
})

it('a link opens one edition for somebody without an account, until it is revoked or its maker is gone', async () => {
  const made = good(await editor.post(`/editions/${edition.id}/shares`, { days: 7, note: '给图书馆' }), newShare, 201)
  const opened = good(await reader.get(`/shared/${made.token}`), sharedEdition)
  expect([opened.publication, opened.files.map((file) => file.format)]).toEqual(['读者通讯', ['pdf', 'docx']])
  const file = await reader.raw('GET', `/shared/${made.token}/files/pdf`)
  expect([file.status, file.headers.get('x-content-sha256')]).toEqual([200, opened.files[0]?.sha256])
  expect(refused(await reader.get(`/shared/${'a'.repeat(43)}`))).toBe('404 edition/share-missing')
  const rest = await desk.runtime.database.query<{ row: string }>('SELECT row_to_json(s)::text AS row FROM share_links s')
  expect(rest.map((one) => one.row).join()).not.toContain(made.token)
  const gone = async () => refused(await reader.get(`/shared/${made.token}`))
  await desk.runtime.database.query(`UPDATE share_links SET expires_at = now() - interval '1 second'`)
  expect(await gone()).toBe('404 edition/share-missing')
  await desk.runtime.database.query(`UPDATE share_links SET expires_at = now() + interval '1 day'`)
  good(await reader.get(`/shared/${made.token}`), sharedEdition)
  expect((await keeper.delete(`/shares/${made.share.id}`)).status).toBe(204)
  expect(await gone()).toBe('404 edition/share-missing')
  expect(good(await editor.get(`/editions/${edition.id}/shares`), shareList).items[0]).toMatchObject({ open: false, note: '给图书馆' })
})

it('an open publication has a shelf, pages that run nothing, and feeds; a closed one does not exist', async () => {
  const page = (path: string) => reader.raw('GET', `/read/${publication.id}${path}`)
  expect((await page('')).status).toBe(404)
  const { version } = good(await keeper.get(`/publications/${publication.id}`), publicationAnswer)
  good(await keeper.patch(`/publications/${publication.id}`, { openToReaders: true }, { version }), publicationAnswer)
  expect(await (await page('')).text()).toContain(`${publication.id}/${edition.id}`)
  const issue = await page(`/${edition.id}`)
  expect(issue.headers.get('content-security-policy')).toContain("default-src 'none'")
  const html = await issue.text()
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toMatch(/<script|javascript:|onerror/i)
  const picture = /src="[^"]*(\/pictures\/\w+)"/.exec(html)?.[1] ?? ''
  expect((await page(`/${edition.id}${picture}`)).headers.get('content-type')).toBe('image/png')
  expect((await page(`/${edition.id}/pictures/${'a'.repeat(64)}`)).status).toBe(404)
  const feed = jsonFeedShape.parse(await (await page('/feed.json')).json())
  expect(feed.items.map((one) => [one.id, one.content_text])).toEqual([[`urn:uuid:${edition.id}`, '读者看到的稿件']])
  expect(await (await page('/feed.atom')).text()).toMatch(/<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"[\s\S]*<entry>/)
  const listed = good(await editor.get(`/publications/${publication.id}/released?year=2024`), releasedList)
  expect(listed).toMatchObject({
    years: [2024],
    items: [{ edition: edition.id, contents: [{ column: '院校资讯', title: '读者看到的稿件' }] }],
  })
})

it('an issue goes to the WeChat editor with its styles inline and its pictures named', async () => {
  const [piece] = good(await editor.get(`/editions/${edition.id}/wechat`), wechatAnswer).articles
  expect(piece?.html).toContain('&lt;script&gt;')
  expect(piece?.html).not.toMatch(/<script|class=/)
  expect(piece?.pictures).toMatchObject([{ name: '图1.png', alt: '两点' }])
})

it('the contents go to a list of addresses, to each a letter of its own', async () => {
  const send = (to: string[]) => editor.post(`/editions/${edition.id}/mail`, { to, message: '新一期已出' })
  const answer = good(await send(['reader@jiangzhou.example', 'nobody@jiangzhou.example']), mailAnswer)
  expect(answer).toEqual({ sent: 1, refused: ['nobody@jiangzhou.example'] })
  expect(office.letters.map((one) => one.to)).toEqual(['reader@jiangzhou.example'])
  expect(office.letters[0]?.text).toContain(Buffer.from(`${edition.name}目录`).toString('base64').slice(0, 12))
  expect(refused(await send(['不是地址']))).toBe('422 http/validation-failed')
  expect(refused(await keeper.post(`/editions/${edition.id}/mail`, { to: [] }))).toBe('422 http/validation-failed')
})

it('a program signs in with a token that never may more than its owner now', async () => {
  const make = (wanted: object) => editor.post('/session/tokens', { name: '校对脚本', days: 30, ...wanted })
  const read = good(await make({ scope: 'read' }), newToken, 201)
  const write = good(await make({ scope: 'write', publications: [publication.id] }), newToken, 201)
  const program = (method: string, path: string, secret: string, body?: unknown) =>
    new Visitor(desk.base).raw(method, path, { body, headers: { authorization: `Bearer ${secret}` } })
  const path = `/publications/${publication.id}/articles`
  expect((await program('GET', path, read.secret)).status).toBe(200)
  expect((await program('POST', path, read.secret, { content: article('脚本') })).status).toBe(403)
  expect((await program('POST', path, write.secret, { content: article('脚本') })).status).toBe(201)
  expect((await program('POST', '/session/tokens', write.secret, { name: '再来', days: 1, scope: 'write' })).status).toBe(403)
  expect((await program('GET', path, 'b'.repeat(43))).status).toBe(401)
  const other = await desk.publication('别刊', { editor: [editor] })
  expect((await program('GET', `/publications/${other.id}/articles`, write.secret)).status).toBe(404)
  await desk.administrator.put(`/publications/${publication.id}/members/${editor.id}`, { roles: ['reviewer'] })
  expect((await program('POST', path, write.secret, { content: article('脚本') })).status).toBe(403)
  await desk.administrator.put(`/publications/${publication.id}/members/${editor.id}`, { roles: ['editor', 'releaser'] })
  expect((await editor.delete(`/session/tokens/${read.token.id}`)).status).toBe(204)
  expect((await program('GET', path, read.secret)).status).toBe(401)
  expect(good(await editor.get('/session/tokens'), tokenList).items.map((one) => one.revokedAt === null)).toEqual([true, false])
  expect(refused(await make({ scope: 'read', publications: ['00000000-0000-4000-8000-000000000000'] }))).toBe('404 publication/missing')
})

it('a year comes to so many articles by source and column, and stages took so long', async () => {
  const year = good(await editor.get(`/publications/${publication.id}/statistics?year=2024`), statisticsAnswer)
  expect(year.sources).toEqual([{ name: '江州教育', articles: 1, characters: expect.any(Number) as number }])
  expect(year.columns.map((one) => one.name)).toEqual(['院校资讯'])
  expect(year.stages.map((one) => [one.stage, one.decisions, one.returned])).toEqual([
    ['初审', 1, 0],
    ['复审', 1, 0],
    ['终审', 1, 0],
  ])
  expect(good(await editor.get(`/publications/${publication.id}/statistics?year=1999`), statisticsAnswer).issues).toEqual([])
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  articleAnswer,
  collectedAnswer,
  type FetchAnswer,
  fetchAnswer,
  fetchList,
  fetchPage,
  findingList,
  type OriginAnswer,
  originAnswer,
  type PublicationAnswer,
  rereadAnswer,
  siteRuleAnswer,
  siteRuleList,
  siteRuleTrial,
  snapshotAnswer,
} from '#lib/editorial'
import { KeptFiles } from '../../../apps/server/src/editions/kept-files.js'
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

const PLAN = `重点任务分工\n\n${sentence('任务分工')}\n\n${sentence('经费保障')}\n`
const OFFERED = `<a href="/list.pdf">附件1：名单</a><a href="plan.txt">附件2：分工.txt</a><a href="/plan.txt">同一份</a>
<a href="/entry.doc">附件3：登记表.doc</a><a href="/gone.xls">附件4：汇总表</a><a href="http://10.0.0.7/inside.zip">附件5</a>`
const listPdf = (): string => `%PDF-1.4 名单 ${secondEdition ? '第二次' : '第一次'}`

/** A page of no known system, with what belongs to no article inside its body. */
const oddPage = (
  path: string,
): string => `<html><head><title>江州教育网</title></head><body><div class="headline">秋季会议${path.slice(1)}召开</div>
<p class="from">供稿单位：江州市教育局　挂网：2024-10-08</p><div class="matter"><p>${sentence('秋季')}</p><p class="ad">${sentence('广告')}</p></div></body></html>`

let site: Listener
let desk: Desk
let editor: Colleague
let outsider: Colleague
let publication: PublicationAnswer
let revised = false
let secondEdition = false
const asked: string[] = []
const at = (path: string): string => `http://127.0.0.1:${site.port}${path}`

beforeAll(async () => {
  site = await listen((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    if (path.endsWith('.png')) return void response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
    if (path === '/list.pdf') return void response.writeHead(200, { 'content-type': 'application/pdf' }).end(listPdf())
    if (path === '/plan.txt') return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(PLAN)
    if (path === '/entry.doc')
      return void response.writeHead(200, { 'content-type': 'application/msword' }).end('<!DOCTYPE html><html>登录</html>')
    if (path === '/offering')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(page('关于报送名单的通知', sentence('名单报送'), OFFERED))
    if (path.startsWith('/odd')) return void response.writeHead(200, { 'content-type': 'text/html' }).end(oddPage(path))
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

describe('files offered with a page', () => {
  let article = ''

  /** The origin once none of its files is under way. */
  async function origin(): Promise<OriginAnswer> {
    for (;;) {
      const now = good(await editor.get(`/articles/${article}/origin`), originAnswer)
      if (now.attachments.every((one) => one.state !== 'queued' && one.state !== 'running')) return now
      await sleep(100)
    }
  }

  it('are listed with the original and kept, and say what to do where they cannot be had', async () => {
    const [one] = await ask([at('/offering')])
    article = (await overOne(one?.id)).article ?? ''
    const { snapshot, provenance, attachments } = await origin()
    expect(snapshot?.url).toBe(at('/offering'))
    expect(provenance).toContainEqual({ field: 'source', from: 'meta ContentSource' })
    expect(attachments.map(({ name, state, error }) => [name, state, error?.code ?? null])).toEqual([
      ['附件1：名单.pdf', 'done', null],
      ['附件2：分工.txt', 'done', null],
      ['附件3：登记表.doc', 'failed', 'attachment/unsupported-content'],
      ['附件4：汇总表.xls', 'failed', 'attachment/status'],
      ['附件5.zip', 'failed', 'attachment/refused'],
    ])
    for (const failed of attachments.slice(2)) expect(failed.error?.message).toContain('下载')
  })

  it('are handed out only as downloads, only to those who may read them', async () => {
    const [list] = (await origin()).attachments
    const answer = await editor.raw('GET', `/attachments/${list?.id}/bytes`)
    expect(await answer.text()).toBe(listPdf())
    expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
      'application/octet-stream',
      'nosniff',
    ])
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E9%99%84/)
    expect(refused(await outsider.get(`/attachments/${list?.id}/bytes`))).toBe('404 attachment/missing')
    expect(refused(await editor.post(`/attachments/${list?.id}/fetch`))).toBe('409 attachment/not-failed')
    const removed = await desk.runtime.files.sweep(desk.app.get(KeptFiles, { strict: false }).list(), 0)
    expect(removed).not.toContain(list?.sha256)
  })

  it('become articles of their own, with the source of their page', async () => {
    const { attachments } = await origin()
    const made = good(await editor.post(`/attachments/${attachments[1]?.id}/article`), collectedAnswer, 201)
    expect(made.articles[0]?.content).toMatchObject({ title: '重点任务分工', source: '江州教育报', url: at('/plan.txt') })
    expect(made.snapshot).toMatchObject({ origin: 'web', sha256: attachments[1]?.sha256 })
    expect(refused(await editor.post(`/attachments/${attachments[2]?.id}/article`))).toBe('409 attachment/not-kept')
  })

  it('are compared when the page is asked once more', async () => {
    secondEdition = true
    const again = await overOne(good(await editor.post(`/articles/${article}/refetch`), fetchAnswer, 202).id)
    const differs = async (): Promise<boolean | null> => good(await editor.get(`/fetches/${again.id}`), fetchAnswer).differs
    while ((await differs()) !== true) await sleep(100)
    const { attachments } = good(await editor.get(`/fetches/${again.id}/reread`), rereadAnswer)
    expect(attachments.map((one) => one.change)).toEqual([
      'changed',
      expect.stringMatching(/same|unknown/),
      'unknown',
      'unknown',
      'unknown',
    ])
    expect((await origin()).reread?.id).toBe(again.id)
  })

  it('are only listed where a paste names them, and fetched when somebody asks', async () => {
    const text = `<h1>关于粘贴的通知</h1><p>${sentence('粘贴')}</p><p><a href="${at('/plan.txt')}">分工.txt</a></p>`
    const pasted = good(await editor.post(`/publications/${publication.id}/sources/text`, { kind: 'html', text }), collectedAnswer, 201)
    article = pasted.articles[0]?.id ?? ''
    const [listed] = (await origin()).attachments
    expect(listed).toMatchObject({ name: '分工.txt', state: 'cancelled', sha256: null })
    expect((await editor.post(`/attachments/${listed?.id}/fetch`)).status).toBe(202)
    expect((await origin()).attachments[0]).toMatchObject({ state: 'done', readable: true })
  })

  it('that came along with a mail are taken out of it', async () => {
    const head = ['From: a@b.example', 'To: c@d.example', 'Subject: notice', 'Date: Tue, 8 Oct 2024 10:00:00 +0800', 'MIME-Version: 1.0']
    const part = (type: string, ...lines: string[]): string[] => ['--b', `Content-Type: ${type}`, ...lines]
    const body = part(
      'text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(sentence('邮件')).toString('base64'),
    )
    const file = part('application/octet-stream; name="plan.txt"', 'Content-Disposition: attachment; filename="plan.txt"', '', 'as sent')
    const mail = [...head, 'Content-Type: multipart/mixed; boundary=b', '', ...body, ...file, '--b--'].join('\r\n')
    const taken = await editor.upload(`/publications/${publication.id}/sources/file`, '来信.eml', mail)
    article = good(taken, collectedAnswer, 201).articles[0]?.id ?? ''
    const [kept] = (await origin()).attachments
    expect(kept).toMatchObject({ name: 'plan.txt', state: 'done', readable: true })
    expect((await (await editor.raw('GET', `/attachments/${kept?.id}/bytes`)).text()).trim()).toBe('as sent')
  })

  it('go with a copy of the article into another publication, as its original does', async () => {
    const other = await desk.publication('另一种通讯', { editor: [editor] })
    const before = await origin()
    const copied = good(await editor.post(`/articles/${article}/copy`, { publication: other.id }), articleAnswer, 201)
    article = copied.id
    const after = await origin()
    expect(after.snapshot).toMatchObject({ publication: other.id, sha256: before.snapshot?.sha256, takenAt: before.snapshot?.takenAt })
    expect(after.attachments.map(({ name, state, sha256 }) => [name, state, sha256])).toEqual(
      before.attachments.map(({ name, state, sha256 }) => [name, state, sha256]),
    )
    const { sourceMissing } = good(await editor.get(`/articles/${copied.id}/versions/1/findings`), findingList)
    expect(sourceMissing).not.toContain('original')
  })
})

describe('a rule for the pages of a site', () => {
  const rule = { host: '127.0.0.1', body: '.matter', remove: ['.ad'], title: '.headline', sourceLabel: '供稿单位', dateLabel: '挂网' }
  const path = (): string => `/publications/${publication.id}/site-rules`

  it('is refused at the place where it cannot be read', async () => {
    const answer = await editor.post(path(), { ...rule, remove: ['.ad', 'div[['] })
    expect(refused(answer)).toBe('422 http/validation-failed')
    expect(answer.body).toMatchObject({
      errors: [{ pointer: '/remove/1', code: 'bad-selector', detail: expect.stringContaining('第 4 个字符') }],
    })
    expect(refused(await editor.post(path(), { host: '127.0.0.1' }))).toBe('422 http/validation-failed')
    expect(refused(await editor.post(`${path()}/try`, { rule, address: 'http://www.example.com/a' }))).toBe('422 site-rule/other-site')
  })

  it('shows what it takes from a page, kept or as it is now, and keeps nothing', async () => {
    const now = good(await editor.post(`${path()}/try`, { rule, address: at('/odd1') }), siteRuleTrial)
    expect(now).toMatchObject({
      page: 'fetched',
      title: '秋季会议odd1召开',
      source: '江州市教育局',
      sourceDate: '2024-10-08',
      blocks: 1,
      warnings: [],
    })
    expect(now.opening).toEqual([sentence('秋季')])
    await overOne((await ask([at('/odd1')]))[0]?.id)
    const without = good(await editor.post(`${path()}/try`, { rule: { ...rule, title: '.none' }, address: at('/odd1') }), siteRuleTrial)
    expect(without).toMatchObject({ page: 'kept', title: expect.stringContaining('工作推进会在江州召开') })
    expect(without.warnings.map((one) => one.code)).toEqual(['ingest/rule-missed', 'ingest/no-title'])
    expect(good(await editor.get(path()), siteRuleList).items).toEqual([])
  })

  it('is what pages are read by from then on, and every field says so', async () => {
    const kept = good(await editor.post(path(), rule), siteRuleAnswer, 201)
    expect(refused(await editor.post(path(), rule))).toBe('409 site-rule/there-already')
    const { article } = await overOne((await ask([at('/odd2')]))[0]?.id)
    const { provenance } = good(await editor.get(`/articles/${article}/origin`), originAnswer)
    expect(provenance.map((one) => [one.field, one.from])).toEqual(
      ['title', 'source', 'sourceDate', 'body'].map((field) => [field, '规则 127.0.0.1']),
    )
    const changed = await editor.put(`/site-rules/${kept.id}`, { ...rule, body: '.headline' }, { version: 1 })
    expect(good(changed, siteRuleAnswer)).toMatchObject({ version: 2, rule: { body: '.headline' } })
    expect(refused(await editor.delete(`/site-rules/${kept.id}`, { version: 1 }))).toBe('412 http/stale')
    expect(refused(await outsider.get(path()))).toBe('404 publication/missing')
    expect((await editor.delete(`/site-rules/${kept.id}`, { version: 2 })).status).toBe(204)
  })
})

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type ArticleAnswer,
  articleAnswer,
  editionAnswer,
  editionList,
  findingList,
  type IssueAnswer,
  issueAnswer,
  type PublicationAnswer,
  type RenderAnswer,
  renderAnswer,
  reviewAnswer,
} from '#lib/editorial'
import { ApiModule } from '../../../apps/server/src/api.module.js'
import { features } from '../../../apps/server/src/features.js'
import { createApi } from '../../../apps/server/src/platform/http/create-api.js'
import { openRuntime } from '../../../apps/server/src/platform/runtime.js'
import { until } from '../platform/worker-for-test.js'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { good, refused, Visitor } from './visitor.js'

let desk: Desk
let editor: Colleague
let first: Colleague
let second: Colleague
let third: Colleague
let publication: PublicationAnswer
let articles: ArticleAnswer[] = []
let issue: IssueAnswer

beforeAll(async () => {
  desk = await openDesk()
  await desk.work()
  editor = await desk.person('editor', '林编辑')
  first = await desk.person('first', '初审员')
  second = await desk.person('second', '复审员')
  third = await desk.person('third', '终审员')
  publication = await desk.publication('江州高教参考', { editor: [editor], releaser: [editor], reviewer: [first, second, third, editor] })
})
afterAll(() => desk.close())

const read = async (): Promise<IssueAnswer> => good(await editor.get(`/issues/${issue.id}`), issueAnswer)
const move = (who: Colleague, name: string, body: object = {}) => who.post(`/issues/${issue.id}/moves/${name}`, body)
const approve = async (who: Colleague) => move(who, 'approve', { contentHash: (await read()).contentHash })
const movesOf = async (who: Colleague) => good(await who.get(`/issues/${issue.id}`), issueAnswer).moves

async function arranged(pins: readonly ArticleAnswer[], removed: string[] = []): Promise<IssueAnswer> {
  const now = await read()
  const [policy, campus] = [pins.slice(0, 2), pins.slice(2)].map((some) => some.map((one) => ({ article: one.id, version: one.version })))
  const columns = [
    { name: '政策文件', articles: policy },
    { name: '院校资讯', articles: campus },
  ]
  return good(await editor.put(`/issues/${issue.id}/arrangement`, { columns, removed }, { version: now.version }), issueAnswer)
}

async function rendered(purpose: 'draft' | 'release'): Promise<RenderAnswer> {
  const asked = good(await editor.post(`/issues/${issue.id}/renders`, { purpose }), renderAnswer, 202)
  let now = asked
  await until(async () => {
    now = good(await editor.get(`/renders/${asked.id}`), renderAnswer)
    return now.state !== 'queued' && now.state !== 'running'
  }, 60_000)
  return now
}

test('an editor brings articles in: typed, pasted, as a file', async () => {
  const typed = good(
    await editor.post(`/publications/${publication.id}/articles`, { content: article('江州省深化高等教育综合改革方案印发') }),
    articleAnswer,
    201,
  )
  const pasted = await editor.post(`/publications/${publication.id}/sources/text`, {
    kind: 'text',
    name: '通知.txt',
    text: '关于加强有组织科研的通知\n来源：江州日报 2024-09-20\n\n全省高校要面向重大需求开展有组织科研。\n',
  })
  const uploaded = await editor.upload(
    `/publications/${publication.id}/sources/file`,
    '江州大学简报.md',
    '---\ntitle: 江州大学召开教学工作会议\nsource: 江州大学新闻网\nsourceDate: 2024-09-23\n---\n\n会议部署了新学期的教学工作。\n',
  )
  expect([pasted.status, uploaded.status]).toEqual([201, 201])
  const collected = [pasted, uploaded].map((one) => (one.body as { articles: ArticleAnswer[] }).articles[0] as ArticleAnswer)
  articles = [typed, ...collected]
  expect(articles.map((one) => one.content.title)).toEqual([
    '江州省深化高等教育综合改革方案印发',
    '关于加强有组织科研的通知',
    '江州大学召开教学工作会议',
  ])
  const name = (uploaded.body as { snapshot: { id: string; name: string; sha256: string } }).snapshot
  const original = await (await editor.raw('GET', `/snapshots/${name.id}/bytes`)).arrayBuffer()
  expect(name.name).toBe('江州大学简报.md')
  expect(createHash('sha256').update(Buffer.from(original)).digest('hex')).toBe(name.sha256)
})

test('an issue takes the next number and the articles in order', async () => {
  issue = good(
    await editor.post(`/publications/${publication.id}/issues`, { year: 2024, number: 10, totalNumber: 20, date: '2024-10-08' }),
    issueAnswer,
    201,
  )
  expect(issue.name).toBe('江州高教参考2024年第10期（总第20期）')
  expect(issue.columns.map((one) => one.name)).toEqual(['政策文件', '院校资讯'])
  issue = await arranged(articles)
  expect(issue.columns.map((column) => column.articles.length)).toEqual([2, 1])
})

test('a draft can be made at any time', async () => {
  const render = await rendered('draft')
  expect([render.state, render.error]).toEqual(['done', null])
  const edition = good(await editor.get(`/editions/${render.edition}`), editionAnswer)
  expect(edition.review).toBe('none')
  expect(edition.files.map((file) => file.name).sort()).toEqual([
    '江州高教参考2024年第10期（总第20期）（草稿）.docx',
    '江州高教参考2024年第10期（总第20期）（草稿）.pdf',
  ])
})

test('what blocks must be dealt with before review', async () => {
  const saved = good(
    await editor.put(
      `/articles/${articles[0]?.id}`,
      { content: article('江州省深化高等教育综合改革方案印发', undefined, { source: null }) },
      { version: 1 },
    ),
    articleAnswer,
  )
  articles = [saved, ...articles.slice(1)]
  expect((await read()).columns[0]?.articles[0]?.newer).toBe(2)
  await arranged(articles)
  const [hindrance, ...others] = (await movesOf(editor)).find((one) => one.move === 'submit')?.hindrances ?? []
  expect([hindrance?.code, others]).toEqual(['issue/sources-missing', []])
  expect(hindrance?.message).toContain('缺来源 1 篇，缺日期 0 篇，缺原件 1 篇）：《江州省深化高等教育综合改革方案印发》')
  expect(refused(await move(editor, 'submit'))).toBe('409 issue/sources-missing')
  expect((await editor.put(`/articles/${saved.id}/sign-off`, { reason: '省厅内部来稿，经办人已核实' })).status).toBe(204)
  expect(good(await editor.get(`/articles/${saved.id}/versions/2/findings`), findingList).signOff?.reason).toBe(
    '省厅内部来稿，经办人已核实',
  )
  expect((await movesOf(editor)).find((one) => one.move === 'submit')?.hindrances).toEqual([])
})

test('nobody reviews what they edited, and nobody twice', async () => {
  good(await move(editor, 'submit'), issueAnswer)
  expect(refused(await approve(editor))).toBe('403 review/own-content')
  expect(refused(await move(first, 'approve', { contentHash: '0'.repeat(64) }))).toBe('409 review/content-changed')
  expect(refused(await move(first, 'submit'))).toBe('403 people/not-allowed')
  good(await approve(first), issueAnswer)
  expect(refused(await approve(first))).toBe('403 review/same-person')
  expect(refused(await move(editor, 'pull-back'))).toBe('409 review/already-begun')
  expect(refused(await move(second, 'return', {}))).toBe('422 review/reason-needed')
})

test('a change after approval voids it and says what changed', async () => {
  good(await approve(second), issueAnswer)
  good(await approve(third), issueAnswer)
  expect((await read()).state).toBe('approved')
  const [one, two, three] = articles
  await arranged([two as ArticleAnswer, one as ArticleAnswer, three as ArticleAnswer])
  const now = await read()
  expect([now.state, now.stage, now.contentHash]).toEqual(['draft', 0, null])
  expect(refused(await editor.post(`/issues/${issue.id}/renders`, { purpose: 'release' }))).toBe('409 issue/no-such-move')
  const review = good(await editor.get(`/issues/${issue.id}/review`), reviewAnswer)
  expect(review.rounds[0]).toMatchObject({ ending: 'changed', endChanges: [{ code: 'change/order', message: '稿件顺序有调整' }] })
  expect(review.rounds[0]?.decisions.map((decision) => decision.counts)).toEqual([false, false, false])
})

test('three other persons approve, the files are made, the edition is released', async () => {
  good(await move(editor, 'submit'), issueAnswer)
  expect(good(await first.get(`/issues/${issue.id}/review`), reviewAnswer).rounds[1]?.changes.map((one) => one.code)).toEqual([
    'change/order',
  ])
  for (const reviewer of [first, second, third]) good(await approve(reviewer), issueAnswer)
  expect(refused(await move(editor, 'release'))).toBe('409 issue/no-such-move')
  const render = await rendered('release')
  expect([render.state, render.error]).toEqual(['done', null])
  expect((await read()).state).toBe('rendered')
  expect(good(await editor.post(`/issues/${issue.id}/renders`, { purpose: 'release' }), renderAnswer, 202).id).toBe(render.id)
  good(await move(editor, 'release'), issueAnswer)
  const [released] = good(await editor.get(`/issues/${issue.id}/editions`), editionList).items.filter((one) => one.purpose === 'release')
  expect(released).toMatchObject({ state: 'released', review: 'passed', contentHash: (await read()).contentHash })
  expect(released?.approvals.map((one) => one.person)).toEqual(['初审员', '复审员', '终审员'])
})

test('a released issue stays as it is', async () => {
  const now = await read()
  expect(refused(await editor.patch(`/issues/${issue.id}`, { contact: '电话 0000' }, { version: now.version }))).toBe(
    '409 issue/no-such-move',
  )
  const saved = await editor.put(`/articles/${articles[0]?.id}`, { content: article('改动') }, { version: 2 })
  expect(saved.status).toBe(200)
  expect((await read()).contentHash).toBe(now.contentHash)
})

test('both files are downloaded with their Chinese names and their hashes', async () => {
  const [edition] = good(await first.get(`/issues/${issue.id}/editions`), editionList).items.filter((one) => one.state === 'released')
  for (const file of edition?.files ?? []) {
    const response = await first.raw('GET', `/editions/${edition?.id}/files/${file.format}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '')
    expect(name).toBe(`江州高教参考2024年第10期（总第20期）.${file.format}`)
    expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([file.sha256, file.bytes])
    expect(response.headers.get('x-content-sha256')).toBe(file.sha256)
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(file.format === 'pdf' ? '%PDF' : 'PK\u0003\u0004')
  }
  expect(edition?.files.length).toBe(2)
})

test('a correction is a new edition; a recall takes the files away', async () => {
  expect(refused(await move(editor, 'correct'))).toBe('422 review/reason-needed')
  const corrected = good(await move(editor, 'correct', { reason: '第二篇标题有误' }), issueAnswer)
  expect([corrected.state, corrected.edition]).toEqual(['draft', 2])
  good(await move(editor, 'submit'), issueAnswer)
  for (const reviewer of [first, second, third]) good(await approve(reviewer), issueAnswer)
  expect((await rendered('release')).state).toBe('done')
  good(await move(editor, 'release'), issueAnswer)
  const editions = good(await editor.get(`/issues/${issue.id}/editions`), editionList).items.filter((one) => one.purpose === 'release')
  expect(Object.fromEntries(editions.map((one) => [one.number, one.state]))).toEqual({ 1: 'superseded', 2: 'released' })
  const [old, current] = [editions.find((one) => one.number === 1), editions.find((one) => one.number === 2)]
  expect((await editor.raw('GET', `/editions/${old?.id}/files/pdf`)).headers.get('deprecation')).toBe('true')
  good(await move(editor, 'recall', { reason: '封面期号印错' }), issueAnswer)
  expect(refused(await editor.get(`/editions/${current?.id}/files/pdf`))).toBe('410 edition/recalled')
})

test('the audit has every step once and verifies', async () => {
  const acts = await desk.runtime.database.query<{ act: string; n: string }>(
    'SELECT act, count(*) AS n FROM audit_entries WHERE object = $1 GROUP BY act',
    ['issue'],
  )
  const counts = Object.fromEntries(acts.map(({ act, n }) => [act, Number(n)]))
  expect(counts).toMatchObject({
    'make issue': 1,
    'submit issue': 3,
    'approve issue': 9,
    'release issue': 2,
    'correct issue': 1,
    'recall issue': 1,
    'finish-render issue': 2,
  })
})

test('everything is there again after a restart, and the session goes on', async () => {
  const [edition] = good(await first.get(`/issues/${issue.id}/editions`), editionList).items.filter((one) => one.state === 'superseded')
  const { config, databaseUrl } = desk.runtime
  const runtime = await openRuntime({ config, databaseUrl, program: 'restarted', entities: features.entities, log: desk.runtime.log })
  const app = await createApi(ApiModule.forRoot(runtime, features), runtime, { largeBodies: features.largeBodies })
  try {
    await app.listen(0, '127.0.0.1')
    const again = new Visitor((await app.getUrl()).replace('[::1]', '127.0.0.1'))
    for (const [name, value] of first.cookies) again.cookies.set(name, value)
    expect(good(await again.get(`/issues/${issue.id}`), issueAnswer).state).toBe('recalled')
    for (const file of edition?.files ?? []) {
      const bytes = Buffer.from(await (await again.raw('GET', `/editions/${edition?.id}/files/${file.format}`)).arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
    }
    expect(edition?.files.length).toBe(2)
  } finally {
    await app.close()
    await runtime.close()
  }
})

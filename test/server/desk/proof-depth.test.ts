import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  articleAnswer,
  errorLine,
  errorRates,
  findingList,
  fixAnswer,
  fixPreview,
  type IssueAnswer,
  ignoreList,
  issueAnswer,
  issueFindingList,
  type PublicationAnswer,
  publicationAnswer,
  rosterImported,
  rosterLine,
  rosterLineList,
} from '#lib/editorial'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { good, refused } from './visitor.js'

let desk: Desk
let editor: Colleague
let keeper: Colleague
let publication: PublicationAnswer

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', '编甲')
  keeper = await desk.person('keeper', '管甲')
  publication = await desk.publication('校对通讯', { editor: [editor], administrator: [keeper] })
})
afterAll(() => desk.close())

const add = async (body: string, more: object = {}) =>
  good(await editor.post(`/publications/${publication.id}/articles`, { content: article('稿件', body, more) }), articleAnswer, 201)
const findings = async (id: string, version = 1) =>
  good(await editor.get(`/articles/${id}/versions/${version}/findings`), findingList).findings
const rulesOf = async (id: string) => (await findings(id)).filter((one) => one.settled === null).map((one) => one.rule)
const body = (content: { blocks: readonly unknown[] }) =>
  content.blocks.map((block) => (block as { runs: { text: string }[] }).runs[0]?.text)

it('a person out of office is found by the roster and the date of the article, and the table comes back as it went out', async () => {
  const path = `/publications/${publication.id}/roster`
  const entry = { kind: 'person', name: '沈予安', office: '云岭大学校长', from: '2021-03', to: '2024-06', note: '' }
  const made = good(await editor.post(path, { entry }), rosterLine, 201)
  expect(refused(await editor.post(path, { entry }))).toBe('409 proof/roster-doubled')
  const text = '云岭大学校长沈予安出席会议并讲话。'
  expect(await rulesOf((await add(text, { sourceDate: '2024-05-20' })).id)).not.toContain('roster-people')
  expect(await rulesOf((await add(text, { sourceDate: '2024-09-20' })).id)).toContain('roster-people')
  const table = Buffer.from(await (await editor.raw('GET', `${path}/table`)).arrayBuffer())
  expect(good(await editor.upload(`${path}/table`, '名录.csv', table), rosterImported)).toEqual({
    added: 0,
    changed: 0,
    same: 1,
    flaws: [],
  })
  const workbook = Buffer.from(await (await editor.raw('GET', `${path}/table?format=xlsx`)).arrayBuffer())
  expect(workbook.subarray(0, 2).toString()).toBe('PK')
  expect(good(await editor.upload(`${path}/table`, '名录.xlsx', workbook), rosterImported)).toMatchObject({ added: 0, same: 1, flaws: [] })
  expect(refused(await editor.upload(`${path}/table`, '名录.xlsx', workbook.subarray(0, 400)))).toMatch(/^422 ingest\//)
  const more = '类别,名称,职务、旧称或文号,起,止,其他写法或错误写法,备注\n来源,教育部网站,,,,教育部官网,\n神仙,谁,,,,,\n'
  const imported = good(await editor.upload(`${path}/table`, '名录.csv', more), rosterImported)
  expect([imported.added, imported.flaws.map((one) => one.row)]).toEqual([1, [3]])
  const changed = good(await editor.put(`/roster/${made.id}`, { entry: { ...entry, to: null } }, { version: 1 }), rosterLine)
  expect([changed.version, refused(await editor.put(`/roster/${made.id}`, { entry }, { version: 1 }))]).toEqual([2, '412 http/stale'])
  expect((await editor.delete(`/roster/${made.id}`, { version: 2 })).status).toBe(204)
  expect(good(await editor.get(`${path}?kind=person`), rosterLineList).items).toEqual([])
})

it('words and rules rest in the whole publication, with who and why, until they are woken', async () => {
  const [one, other] = [await add('今天,我们开会。'), await add('今天,他们开会。另外;再议。')]
  const rule = 'half-width'
  const settle = (scope: string, text: string) => editor.post(`/articles/${one.id}/settlements`, { rule, text, reason: '网名', scope })
  expect((await rulesOf(other.id)).filter((found) => found === rule).length).toBe(2)
  expect(refused(await settle('always', '不在文中'))).toBe('422 article/no-such-finding')
  expect((await settle('always', ',')).status).toBe(204)
  expect((await rulesOf(one.id)).filter((found) => found === rule)).toEqual([])
  expect((await rulesOf(other.id)).filter((found) => found === rule).length).toBe(1)
  const [ignore] = good(await keeper.get(`/publications/${publication.id}/ignores`), ignoreList).items
  expect(ignore).toMatchObject({ rule, text: ',', reason: '网名', by: { name: '编甲' } })
  expect((await keeper.delete(`/ignores/${ignore?.id}`)).status).toBe(204)
  expect((await rulesOf(other.id)).filter((found) => found === rule).length).toBe(2)
  const secret = await add('登录口令：abc12345，请勿外传。')
  const blocked = (await findings(secret.id)).find((found) => found.severity === 'block')
  const rest = { rule: blocked?.rule ?? '', text: blocked?.text ?? '', reason: '省事', scope: 'rule' }
  expect(refused(await editor.post(`/articles/${secret.id}/settlements`, rest))).toBe('409 proof/rule-cannot-rest')
})

it('fixes are shown, put in together as one version, and taken back without losing later work', async () => {
  const { id } = await add('今天,我们开会。\n另外;再议。\n末段。')
  const shown = good(await editor.post(`/articles/${id}/fixes/preview`, {}, { version: 1 }), fixPreview)
  expect(shown.fixes.map((fix) => `${fix.before}[${fix.text}→${fix.suggestion}]${fix.after}`)).toEqual([
    '今天[,→，]我们开会。',
    '另外[;→；]再议。',
  ])
  expect(refused(await editor.post(`/articles/${id}/fixes`, {}, { version: 9 }))).toBe('404 article/missing')
  const made = good(await editor.post(`/articles/${id}/fixes`, { rules: ['half-width'] }, { version: 1 }), fixAnswer)
  expect(made).toMatchObject({ version: 2, applied: 2 })
  const saved = good(await editor.get(`/articles/${id}`), articleAnswer)
  expect(body(saved.content)).toEqual(['今天，我们开会。', '另外；再议。', '末段。'])
  const later = { ...saved.content, blocks: [...saved.content.blocks.slice(0, 2), { kind: 'paragraph', runs: [{ text: '末段已改。' }] }] }
  good(await editor.put(`/articles/${id}`, { content: later }, { version: 2 }), articleAnswer)
  expect(good(await editor.post(`/articles/${id}/fixes/undo`, { version: 2 }, { version: 3 }), fixAnswer)).toMatchObject({
    version: 4,
    left: 0,
  })
  const back = good(await editor.get(`/articles/${id}`), articleAnswer)
  expect(body(back.content)).toEqual(['今天,我们开会。', '另外;再议。', '末段已改。'])
  expect(refused(await editor.post(`/articles/${id}/fixes/undo`, { version: 2 }, { version: 4 }))).toBe('409 proof/nothing-to-take-back')
  expect(refused(await editor.post(`/articles/${id}/fixes/undo`, { version: 1 }, { version: 4 }))).toBe('404 proof/no-such-batch')
})

async function issueOf(...pieces: string[]): Promise<IssueAnswer> {
  const fresh = good(await editor.post(`/publications/${publication.id}/issues`, { year: 2024 }), issueAnswer, 201)
  const columns = [{ name: null, articles: pieces.map((piece) => ({ article: piece, version: 1 })) }]
  return good(await editor.put(`/issues/${fresh.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
}

it('the whole issue is read: the same piece twice, and what an internal publication must print', async () => {
  const text = '本刊讯。会议强调，要把握新形势，推动高等教育内涵式发展，办好人民满意的教育，服务区域经济社会发展。'
  const issue = await issueOf((await add(text)).id, (await add(text)).id)
  const found = async () => good(await editor.get(`/issues/${issue.id}/findings`), issueFindingList).findings.map((one) => one.rule)
  expect((await found()).filter((rule) => rule.startsWith('internal'))).toEqual([])
  expect((await found()).length).toBeGreaterThan(0)
  const now = good(await keeper.get(`/publications/${publication.id}`), publicationAnswer)
  good(
    await keeper.patch(`/publications/${publication.id}`, { internal: { permit: '江准字第0001号' } }, { version: now.version }),
    publicationAnswer,
  )
  expect((await found()).filter((rule) => rule.startsWith('internal'))).toEqual([
    'internal-permit-unprinted',
    'internal-notice',
    'internal-this-journal',
    'internal-this-journal',
  ])
})

it('a paper with its number is missed in the column for papers', async () => {
  const [first, paper] = [await add('先看这一篇。'), await add('请遵照执行。', { documentNumber: '江教发〔2025〕3号' })]
  const fresh = good(await editor.post(`/publications/${publication.id}/issues`, { year: 2025 }), issueAnswer, 201)
  const columns = [
    { name: '政策文件', articles: [{ article: first.id, version: 1 }] },
    { name: '院校资讯', articles: [{ article: paper.id, version: 1 }] },
  ]
  const issue = good(await editor.put(`/issues/${fresh.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
  const { findings: found } = good(await editor.get(`/issues/${issue.id}/findings`), issueFindingList)
  expect(found.find((one) => one.rule === 'unusual-column')).toMatchObject({ article: paper.id, text: '江教发〔2025〕3号' })
})

it('confirmed errors are counted by the rules, per issue, kind and stage', async () => {
  const piece = await add('今天我们开会。')
  const issue = await issueOf(piece.id)
  const wrong = { issue: issue.id, article: piece.id, kind: 'character', stage: '复审', text: '布署', correction: '部署' }
  const line = good(await keeper.post(`/publications/${publication.id}/errors`, wrong), errorLine, 201)
  good(await keeper.post(`/publications/${publication.id}/errors`, { ...wrong, kind: 'mark', text: ',,', times: 3 }), errorLine, 201)
  const rates = async () =>
    good(await editor.get(`/publications/${publication.id}/error-rates`), errorRates).issues.find((one) => one.issue === issue.id)
  expect(await rates()).toMatchObject({ errors: 1.3, characters: 7, passed: false, stages: [{ stage: '复审', errors: 1.3 }] })
  expect((await keeper.delete(`/errors/${line.id}`)).status).toBe(204)
  expect((await rates())?.errors).toBe(0.3)
  const other = await desk.publication('别家', { editor: [editor] })
  expect(refused(await editor.post(`/publications/${other.id}/errors`, wrong))).toBe('422 issue/unknown-article')
})

import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { articleAnswer, commentAnswer, type FlowSheet, flowSheetAnswer, type IssueAnswer, issueAnswer, reviewAnswer } from '#lib/editorial'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { good } from './visitor.js'

let desk: Desk
let editor: Colleague
let reviewers: Colleague[]
let piece: string
let issue: IssueAnswer

const now = async () => good(await editor.get(`/issues/${issue.id}`), issueAnswer)
const move = async (who: Colleague, name: string, more: object = {}) => {
  const { contentHash } = await now()
  return good(await who.post(`/issues/${issue.id}/moves/${name}`, { ...(name === 'approve' ? { contentHash } : {}), ...more }), issueAnswer)
}
const sheetOf = async (path: string): Promise<FlowSheet> => good(await editor.get(`${path}/flow-sheet`), flowSheetAnswer)

/** Returned once, withdrawn once, voided once, then passed by three. */
beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', '编甲')
  reviewers = [await desk.person('r1', '审甲'), await desk.person('r2', '审乙'), await desk.person('r3', '审丙')]
  const publication = await desk.publication('流程通讯', { editor: [editor], reviewer: reviewers })
  const content = article('没有来源的稿件', undefined, { source: null })
  piece = good(await editor.post(`/publications/${publication.id}/articles`, { content }), articleAnswer, 201).id
  await editor.put(`/articles/${piece}/sign-off`, { reason: '校内会议稿' })
  const fresh = good(await editor.post(`/publications/${publication.id}/issues`, { year: 2024 }), issueAnswer, 201)
  const columns = [{ name: null, articles: [{ article: piece, version: 1 }] }]
  issue = good(await editor.put(`/issues/${fresh.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
  const [first, second, third] = reviewers as [Colleague, Colleague, Colleague]
  await move(editor, 'submit')
  await move(first, 'return', { reason: '标题不全' })
  await move(editor, 'submit')
  await move(first, 'approve')
  const remark = await second.post(`/articles/${piece}/comments`, {
    version: 1,
    passage: { block: 0, field: null, from: 0, to: 4 },
    text: '谁强调',
  })
  good(remark, commentAnswer, 201)
  await move(second, 'approve')
  await move(second, 'withdraw', { reason: '再核一遍' })
  const { version } = await now()
  good(await editor.patch(`/issues/${issue.id}`, { contact: '内线 1' }, { version }), issueAnswer)
  await move(editor, 'submit')
  for (const one of [second, third, first]) await move(one, 'approve')
})
afterAll(() => desk.close())

it('tells what the record of the review tells, line for line', async () => {
  const sheet = await sheetOf(`/issues/${issue.id}`)
  const { rounds } = good(await editor.get(`/issues/${issue.id}/review`), reviewAnswer)
  const words = { approve: '通过', return: '退回', withdraw: '撤回通过' }
  const recorded = rounds.flatMap((round) =>
    round.decisions.map((one) => [round.number, one.stageName, one.person.name, words[one.kind], round.contentHash]),
  )
  const told = sheet.lines.filter((line) => Object.values(words).includes(line.act))
  expect(told.map((line) => [line.round, line.stage, line.person, line.act, line.contentHash])).toEqual(recorded)
  const standing = rounds.at(-1)?.decisions.filter((one) => one.counts)
  expect(sheet.stages.map((one) => [one.name, one.person])).toEqual(standing?.map((one) => [one.stageName, one.person.name]))
  expect(sheet.lines.find((line) => line.act === '内容改动')?.note).toContain('刊头信息')
  expect(sheet.leave).toMatchObject([{ article: '没有来源的稿件', what: '缺少来源、没有保存原件', person: '编甲', reason: '校内会议稿' }])
  expect(sheet.comments).toEqual({ made: 1, settled: 0 })
})

it('is printed as DOCX and PDF by the press, the same bytes each time', async () => {
  const { lines } = await sheetOf(`/issues/${issue.id}`)
  const file = async (format: string) =>
    Buffer.from(await (await editor.raw('GET', `/issues/${issue.id}/flow-sheet/${format}`)).arrayBuffer())
  const docx = await file('docx')
  const text = Buffer.from(unzipSync(docx)['word/document.xml'] ?? [])
    .toString('utf8')
    .replace(/<[^>]+>/g, '')
  for (const line of lines) for (const part of [line.person, line.act, line.stage ?? '']) expect(text).toContain(part)
  expect((await file('docx')).equals(docx)).toBe(true)
  expect((await file('pdf')).subarray(0, 5).toString()).toBe('%PDF-')
})

it('an article has a sheet of its own, with the review of its issue', async () => {
  const sheet = await sheetOf(`/articles/${piece}`)
  expect([sheet.kind, sheet.subject]).toEqual(['article', '没有来源的稿件'])
  expect(sheet.lines.slice(0, 2).map((line) => line.act)).toEqual(['收稿', '签字放行'])
  expect(sheet.lines.filter((line) => line.act === '通过').length).toBe(5)
  expect((await editor.raw('GET', `/articles/${piece}/flow-sheet/pdf`)).status).toBe(200)
})

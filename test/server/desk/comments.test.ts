import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  articleAnswer,
  commentAnswer,
  commentList,
  type IssueAnswer,
  issueAnswer,
  lookAnswer,
  type PublicationAnswer,
  reviewAnswer,
  reviewTaskList,
} from '#lib/editorial'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { typed } from './typed.js'
import { good, type Problem, refused } from './visitor.js'

let desk: Desk
let editor: Colleague
let first: Colleague
let second: Colleague
let keeper: Colleague
let publication: PublicationAnswer
let piece: string
let issue: IssueAnswer

const body = '会议强调，要把握新形势。\n会议指出，要推动内涵式发展。'

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', '编甲')
  first = await desk.person('first', '审甲')
  second = await desk.person('second', '审乙')
  keeper = await desk.person('keeper', '管甲')
  const stages = ['初审', '复审', '终审'].map((name) => ({
    name,
    reviewers: [],
    days: name === '初审' ? 3 : null,
    checklist: name === '初审' ? ['来源齐全', '人名职务'] : [],
  }))
  const members = { editor: [editor], reviewer: [first, second], administrator: [keeper] }
  publication = await desk.publication('批注通讯', members, { stages, resolveFirst: true })
  piece = (await typed(editor, publication.id, article('稿件', body))).id
  const fresh = good(await editor.post(`/publications/${publication.id}/issues`, { year: 2024 }), issueAnswer, 201)
  const columns = [{ name: null, articles: [{ article: piece, version: 1 }] }]
  good(await editor.put(`/issues/${fresh.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
  issue = good(await editor.post(`/issues/${fresh.id}/moves/submit`, {}), issueAnswer)
})
afterAll(() => desk.close())

const passage = (block: number, from: number, to: number) => ({ block, field: null, from, to })
const comment = (who: Colleague, wanted: object) => who.post(`/articles/${piece}/comments`, { version: 1, ...wanted })
const comments = async (state = 'all') => good(await editor.get(`/issues/${issue.id}/comments?state=${state}`), commentList).items
const approve = (who: Colleague) => who.post(`/issues/${issue.id}/moves/approve`, { contentHash: issue.contentHash })

it('a remark keeps to its words while the text around them changes', async () => {
  const made = good(await comment(first, { passage: passage(1, 0, 4), text: '两段重复' }), commentAnswer, 201)
  expect([made.quote, made.state, made.issue]).toEqual(['会议指出', 'open', issue.id])
  const longer = article('稿件', `新加一段。\n${body}`)
  good(await editor.put(`/articles/${piece}`, { content: longer }, { version: 1 }), articleAnswer)
  const [now] = await comments()
  expect(now?.passage).toEqual({ block: 2, field: null, from: 0, to: 4, version: 2, changed: false })
  const { items } = good(await editor.get(`/articles/${piece}/comments?version=1`), commentList)
  expect(items[0]?.passage).toMatchObject({ block: 1, version: 1 })
})

it('refuses a passage the version does not have, and words from who may not comment', async () => {
  expect(refused(await comment(first, { passage: passage(9, 0, 1), text: '？' }))).toBe('422 review/passage-missing')
  expect(refused(await comment(first, { passage: null, text: ' ' }))).toBe('422 http/validation-failed')
  const releaser = await desk.person('releaser')
  await desk.administrator.put(`/publications/${publication.id}/members/${releaser.id}`, { roles: ['releaser'] })
  expect(refused(await comment(releaser, { passage: null, text: '我也说' }))).toBe('403 people/not-allowed')
})

it('a suggestion is taken into the text as a new version, once', async () => {
  const made = good(await comment(first, { version: 1, passage: passage(0, 8, 10), text: '', suggestion: '新时代新' }), commentAnswer, 201)
  expect(refused(await first.post(`/comments/${made.id}/accept`, { version: 2 }))).toBe('403 people/not-allowed')
  expect(refused(await editor.post(`/comments/${made.id}/accept`, { version: 1 }))).toBe('412 http/stale')
  const taken = good(await editor.post(`/comments/${made.id}/accept`, { version: 2 }), commentAnswer)
  expect([taken.state, taken.settledVersion, taken.settledBy?.name]).toEqual(['accepted', 3, '编甲'])
  const { content } = good(await editor.get(`/articles/${piece}`), articleAnswer)
  expect(content.blocks[1]).toEqual({ kind: 'paragraph', runs: [{ text: '会议强调，要把握新时代新势。' }] })
  expect(refused(await editor.post(`/comments/${made.id}/accept`, { version: 3 }))).toBe('409 review/comment-settled')
})

it('a refusal of a suggestion says why; one whose words are gone cannot be taken', async () => {
  const made = good(await comment(second, { passage: passage(0, 0, 4), text: '', suggestion: '会议要求' }), commentAnswer, 201)
  expect(refused(await editor.post(`/comments/${made.id}/refuse`, {}))).toBe('422 review/reason-needed')
  const gone = article('稿件', '另写一段。')
  good(await editor.put(`/articles/${piece}`, { content: gone }, { version: 3 }), articleAnswer)
  expect(refused(await editor.post(`/comments/${made.id}/accept`, { version: 4 }))).toBe('409 review/passage-changed')
  expect(good(await editor.post(`/comments/${made.id}/refuse`, { reason: '此段已重写' }), commentAnswer).state).toBe('refused')
})

it('no stage is passed before its points are ticked and every remark is settled', async () => {
  expect(refused(await approve(first))).toBe('409 review/checklist-open')
  for (const item of [0, 1]) expect((await first.put(`/issues/${issue.id}/review/checklist`, { item, done: true })).status).toBe(204)
  const stopped = await approve(first)
  expect(refused(stopped)).toBe('409 review/comments-open')
  expect((stopped.body as Problem).detail).toContain('1 条批注')
  const [open] = await comments('open')
  expect(refused(await second.post(`/comments/${open?.id}/resolve`, {}))).toBe('403 review/not-your-comment')
  good(await editor.post(`/comments/${open?.id}/replies`, { text: '已合并' }), commentAnswer, 201)
  const settled = good(await first.post(`/comments/${open?.id}/resolve`, {}), commentAnswer)
  expect([settled.state, settled.replies.map((one) => one.text)]).toEqual(['resolved', ['已合并']])
  issue = good(await approve(first), issueAnswer)
})

it('a stage has its day, and can be handed to another who may take it', async () => {
  const stages = async () => good(await editor.get(`/issues/${issue.id}/review`), reviewAnswer).rounds[0]?.stages ?? []
  expect((await stages())[0]?.due).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  const hand = (who: Colleague, to: Colleague) => who.post(`/issues/${issue.id}/review/delegations`, { to: to.id, reason: '出差' })
  expect(refused(await hand(second, first))).toBe('409 review/delegate-acted')
  expect(refused(await hand(second, keeper))).toBe('422 review/not-a-reviewer')
  const third = await desk.person('third', '审丙')
  await desk.administrator.put(`/publications/${publication.id}/members/${third.id}`, { roles: ['reviewer'] })
  expect((await hand(second, third)).status).toBe(204)
  expect((await stages())[1]?.reviewers.map((one) => one.name)).toEqual(['审丙'])
  expect(refused(await approve(second))).toBe('403 review/not-your-stage')
  const waiting = async (who: Colleague) =>
    good(await who.get('/session/reviews'), reviewTaskList).items.map((one) => [one.stageName, one.named])
  expect([await waiting(third), await waiting(second), await waiting(editor)]).toEqual([[['复审', true]], [], []])
  expect(refused(await editor.put(`/issues/${issue.id}/review/deadline`, { stage: 0, due: '2026-12-01' }))).toBe('409 review/stage-passed')
  expect((await editor.put(`/issues/${issue.id}/review/deadline`, { stage: 1, due: '2026-12-01' })).status).toBe(204)
  expect((await stages())[1]?.due).toBe('2026-12-01')
  issue = good(await approve(third), issueAnswer)
  expect(issue.stage).toBe(2)
})

it('tells each person what changed since they last looked', async () => {
  const look = async (who: Colleague) => good(await who.get(`/issues/${issue.id}/review/look`), lookAnswer)
  expect((await look(second)).articles.map((one) => one.change)).toEqual(['added'])
  expect((await second.put(`/issues/${issue.id}/review/look`, {})).status).toBe(204)
  expect((await look(second)).articles.map((one) => one.change)).toEqual(['same'])
  const columns = [{ name: null, articles: [{ article: piece, version: 4 }] }]
  issue = good(await editor.put(`/issues/${issue.id}/arrangement`, { columns }, { version: issue.version }), issueAnswer)
  expect((await look(second)).articles).toEqual([{ article: piece, title: '稿件', change: 'changed', from: 1, to: 4 }])
  expect((await look(first)).seenAt).toBeNull()
})

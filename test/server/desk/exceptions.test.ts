import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  articleAnswer,
  type IssueAnswer,
  issueAnswer,
  newToken,
  type PublicationAnswer,
  publicationAnswer,
  reviewAnswer,
} from '#lib/editorial'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { typed } from './typed.js'
import { good, refused, Visitor } from './visitor.js'

let desk: Desk
let editor: Colleague
let reviewer: Colleague
let keeper: Colleague
let publication: PublicationAnswer
let issue: IssueAnswer

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor')
  reviewer = await desk.person('reviewer')
  keeper = await desk.person('keeper')
  publication = await desk.publication('小单位通讯', { editor: [editor], reviewer: [reviewer], administrator: [keeper] })
  const made = await typed(editor, publication.id, article('稿件'))
  const fresh = good(await editor.post(`/publications/${publication.id}/issues`, { year: 2024 }), issueAnswer, 201)
  const columns = [{ name: null, articles: [{ article: made.id, version: 1 }] }]
  good(await editor.put(`/issues/${fresh.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
  issue = good(await editor.post(`/issues/${fresh.id}/moves/submit`, {}), issueAnswer)
})
afterAll(() => desk.close())

const approve = () => reviewer.post(`/issues/${issue.id}/moves/approve`, { contentHash: issue.contentHash })
const grant = (who: Colleague) => who.put(`/issues/${issue.id}/review/exception`, { reason: '本期只有一名审校在岗' })
const review = async () => good(await keeper.get(`/issues/${issue.id}/review`), reviewAnswer)

it('one person twice needs the switch, then an administrator’s reason', async () => {
  good(await approve(), issueAnswer)
  expect(refused(await approve())).toBe('403 review/same-person')
  expect(refused(await grant(keeper))).toBe('409 review/exceptions-off')
  good(
    await keeper.patch(`/publications/${publication.id}`, { reviewException: { reason: '全室三人' } }, { version: publication.version }),
    publicationAnswer,
  )
  expect(refused(await approve())).toBe('403 review/same-person')
  expect(refused(await grant(editor))).toBe('403 people/not-allowed')
  expect((await grant(keeper)).status).toBe(204)
  good(await approve(), issueAnswer)
})

it('is written on the record of the review', async () => {
  const { exception, rounds } = await review()
  expect(exception?.reason).toBe('本期只有一名审校在岗')
  expect(rounds[0]?.decisions.map((one) => [one.stageName, one.excepted])).toEqual([
    ['初审', false],
    ['复审', true],
  ])
})

it('ends with the switch', async () => {
  const now = good(await keeper.get(`/publications/${publication.id}`), publicationAnswer)
  good(await keeper.patch(`/publications/${publication.id}`, { reviewException: null }, { version: now.version }), publicationAnswer)
  expect(refused(await approve())).toBe('403 review/same-person')
})

it('a change of the stages counts from the next submission on', async () => {
  const now = good(await keeper.get(`/publications/${publication.id}`), publicationAnswer)
  const stages = ['一审', '二审', '三审', '四审'].map((name) => ({ name, reviewers: [] }))
  good(await keeper.patch(`/publications/${publication.id}`, { stages }, { version: now.version }), publicationAnswer)
  expect(good(await editor.get(`/issues/${issue.id}`), issueAnswer).stages).toEqual(['初审', '复审', '终审'])
  good(await reviewer.post(`/issues/${issue.id}/moves/withdraw`, { reason: '再看一遍' }), issueAnswer)
  good(
    await editor.patch(
      `/issues/${issue.id}`,
      { contact: '内线 1' },
      { version: good(await editor.get(`/issues/${issue.id}`), issueAnswer).version },
    ),
    issueAnswer,
  )
  expect(good(await editor.post(`/issues/${issue.id}/moves/submit`, {}), issueAnswer).stages).toEqual(['一审', '二审', '三审', '四审'])
  expect((await review()).rounds[0]?.endChanges.map((one) => one.code)).toEqual(['change/issue-facts'])
})

it('a stage with named reviewers is theirs alone', async () => {
  const other = await desk.person('other')
  await keeper.put(`/publications/${publication.id}/members/${other.id}`, { roles: ['reviewer'] })
  const now = good(await keeper.get(`/publications/${publication.id}`), publicationAnswer)
  const named = (reviewers: string[]) => [{ name: '初审', reviewers }, ...['复审', '终审'].map((name) => ({ name, reviewers: [] }))]
  expect(refused(await keeper.patch(`/publications/${publication.id}`, { stages: named([editor.id]) }, { version: now.version }))).toBe(
    '422 publication/stage-needs-person',
  )
  good(await keeper.patch(`/publications/${publication.id}`, { stages: named([other.id]) }, { version: now.version }), publicationAnswer)
  good(await editor.post(`/issues/${issue.id}/moves/pull-back`, {}), issueAnswer)
  const submitted = good(await editor.post(`/issues/${issue.id}/moves/submit`, {}), issueAnswer)
  issue = submitted
  expect(refused(await approve())).toBe('403 review/not-your-stage')
  good(await other.post(`/issues/${issue.id}/moves/approve`, { contentHash: submitted.contentHash }), issueAnswer)
})

let crew: Colleague[] | undefined

/** An issue of a publication of its own under review: editor, two reviewers, and one who is editor and reviewer in one. */
async function underReview(name: string) {
  crew ??= await Promise.all(['writer', 'one', 'two', 'both'].map((login) => desk.person(login)))
  const [writer, one, two, both] = crew as [Colleague, Colleague, Colleague, Colleague]
  const place = await desk.publication(name, {
    editor: [writer, both],
    reviewer: [one, two, both],
    releaser: [writer],
    administrator: [keeper],
  })
  const submit = async (piece: { id: string; version: number }) => {
    const fresh = good(await writer.post(`/publications/${place.id}/issues`, { year: 2024 }), issueAnswer, 201)
    const columns = [{ name: null, articles: [{ article: piece.id, version: piece.version }] }]
    good(await writer.put(`/issues/${fresh.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
    return good(await writer.post(`/issues/${fresh.id}/moves/submit`, {}), issueAnswer)
  }
  const passed = (who: Colleague, { id, contentHash }: IssueAnswer) => who.post(`/issues/${id}/moves/approve`, { contentHash })
  return { writer, one, two, both, place, submit, passed }
}

it('who wrote what was copied does not review the copy, nor the copy of the copy', async () => {
  const { writer, both, place, submit, passed } = await underReview('抄用通讯')
  const theirs = await typed(both, place.id, article('原稿'))
  const first = good(await writer.post(`/articles/${theirs.id}/copy`, {}), articleAnswer, 201)
  const changed = good(await writer.put(`/articles/${first.id}`, { content: article('改稿') }, { version: 1 }), articleAnswer)
  const second = good(await writer.post(`/articles/${changed.id}/copy`, {}), articleAnswer, 201)
  await writer.put(`/articles/${second.id}/sign-off`, { reason: '编辑部自撰' })
  expect(refused(await passed(both, await submit(second)))).toBe('403 review/own-content')
})

it('a token is its owner: who saves with it edits, who saved does not approve, and it decides nothing itself', async () => {
  const { writer, one, both, place, submit, passed } = await underReview('令牌通讯')
  const token = async (who: Colleague, scope: string) =>
    good(await who.post('/session/tokens', { name: '程序', days: 1, scope }), newToken, 201).secret
  const send = (secret: string, method: string, path: string, body: unknown, version?: number) =>
    new Visitor(desk.base).raw(method, path, { body, version, headers: { authorization: `Bearer ${secret}` } })
  const piece = await typed(writer, place.id, article('令牌稿'))
  const saved = await send(await token(both, 'write'), 'PUT', `/articles/${piece.id}`, { content: article('令牌改稿') }, 1)
  expect(saved.status).toBe(200)
  const under = await submit({ id: piece.id, version: 2 })
  expect(refused(await passed(both, under))).toBe('403 review/own-content')
  const approval = { contentHash: under.contentHash }
  expect((await send(await token(one, 'read'), 'POST', `/issues/${under.id}/moves/approve`, approval)).status).toBe(403)
  const program = await token(one, 'write')
  const code = async (method: string, path: string, body: unknown = {}): Promise<string> => {
    const response = await send(program, method, path, body)
    return `${response.status} ${response.status === 204 ? '' : ((await response.json()) as { code: string }).code}`
  }
  const moves = ['approve', 'return', 'withdraw', 'release', 'recall']
  const decisions = await Promise.all(
    moves.map((move) => code('POST', `/issues/${under.id}/moves/${move}`, { ...approval, reason: '程序' })),
  )
  expect(decisions).toEqual(moves.map(() => '403 people/by-person-only'))
  expect(await code('PUT', `/issues/${under.id}/review/checklist`, { item: 0, done: true })).toBe('403 people/by-person-only')
  expect(await code('POST', `/issues/${under.id}/review/delegations`)).toBe('403 people/by-person-only')
  expect(await code('POST', `/issues/${under.id}/moves/submit`)).not.toContain('by-person-only')
  expect(await code('PUT', `/issues/${under.id}/review/look`)).toBe('204 ')
  good(await passed(one, under), issueAnswer)
  expect(refused(await passed(one, under))).toBe('403 review/same-person')
})

it('nobody is made fit by being handed a stage, by a new role, or by ticking what others pass', async () => {
  const { writer, one, two, both, place, submit, passed } = await underReview('转办通讯')
  const stages = ['初审', '复审', '终审'].map((name) => ({ name, reviewers: [], checklist: ['来源齐全'] }))
  good(await keeper.patch(`/publications/${place.id}`, { stages }, { version: place.version }), publicationAnswer)
  const piece = await typed(both, place.id, article('转办稿'))
  const under = await submit(piece)
  const path = `/issues/${under.id}/review`
  const tick = (who: Colleague) => who.put(`${path}/checklist`, { item: 0, done: true })
  const hand = (who: Colleague, to: Colleague) => who.post(`${path}/delegations`, { to: to.id, reason: '出差' })
  expect(refused(await tick(both))).toBe('403 review/own-content')
  expect((await tick(one)).status).toBe(204)
  good(await passed(one, under), issueAnswer)
  expect(refused(await tick(one))).toBe('403 review/same-person')
  expect(refused(await hand(two, both))).toBe('409 review/delegate-edited')
  expect(refused(await hand(two, one))).toBe('409 review/delegate-acted')
  expect(refused(await hand(two, writer))).toBe('422 review/not-a-reviewer')
  await keeper.put(`/publications/${place.id}/members/${writer.id}`, { roles: ['editor', 'reviewer'] })
  expect(refused(await passed(writer, under))).toBe('403 review/own-content')
  expect((await tick(two)).status).toBe(204)
  good(await passed(two, under), issueAnswer)
  await keeper.put(`/publications/${place.id}/members/${two.id}`, { roles: ['editor'] })
  expect(refused(await passed(two, under))).toBe('403 people/not-allowed')
  await keeper.put(`/publications/${place.id}/members/${two.id}`, { roles: ['editor', 'reviewer'] })
  expect(refused(await passed(two, under))).toBe('403 review/same-person')
})

it('what was passed under an exception counts no longer once the exception is taken back', async () => {
  const { writer, one, two, both, place, submit, passed } = await underReview('例外通讯')
  good(
    await keeper.patch(`/publications/${place.id}`, { reviewException: { reason: '人少' } }, { version: place.version }),
    publicationAnswer,
  )
  const under = await submit(await typed(both, place.id, article('例外稿')))
  const exception = `/issues/${under.id}/review/exception`
  expect((await keeper.put(exception, { reason: '本期缺人' })).status).toBe(204)
  good(await passed(both, under), issueAnswer)
  expect((await keeper.delete(exception)).status).toBe(204)
  expect(refused(await passed(one, under))).toBe('409 review/exception-ended')
  expect((await keeper.put(exception, { reason: '本期缺人' })).status).toBe(204)
  good(await passed(one, under), issueAnswer)
  expect(good(await passed(two, under), issueAnswer).state).toBe('approved')
  expect((await keeper.delete(exception)).status).toBe(204)
  expect(refused(await writer.post(`/issues/${under.id}/renders`, { purpose: 'release' }))).toBe('409 review/exception-ended')
})

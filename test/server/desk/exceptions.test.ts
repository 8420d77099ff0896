import { afterAll, beforeAll, expect, it } from 'vitest'
import { type IssueAnswer, issueAnswer, type PublicationAnswer, publicationAnswer, reviewAnswer } from '#lib/editorial'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { typed } from './typed.js'
import { good, refused } from './visitor.js'

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

import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DeskEvent, deskEvent, type IssueAnswer, issueAnswer, type PublicationAnswer, personAnswer } from '#lib/editorial'
import { until } from '../platform/worker-for-test.js'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { good, type Visitor } from './visitor.js'

let desk: Desk
let editor: Colleague
let publication: PublicationAnswer

beforeAll(async () => {
  desk = await openDesk()
  await desk.work()
  editor = await desk.person('editor')
  publication = await desk.publication('事件通讯', { editor: [editor] })
})
afterAll(() => desk.close())

interface Heard {
  readonly events: DeskEvent[]
  readonly ids: string[]
  readonly ended: Promise<void>
  readonly stop: () => void
}

/** Listens to the desk until stopped, or until the desk hangs up. */
async function listen(who: Visitor, lastId?: string): Promise<Heard> {
  const end = new AbortController()
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(`${desk.base}/api/v1/events`, {
    headers: { cookie, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) },
    signal: end.signal,
  })
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  const [events, ids]: [DeskEvent[], string[]] = [[], []]
  const reader = response.body?.getReader()
  const read = async (): Promise<void> => {
    let text = ''
    for (let chunk = await reader?.read(); chunk !== undefined && !chunk.done; chunk = await reader?.read()) {
      text += Buffer.from(chunk.value).toString('utf8')
      const frames = text.split('\n\n')
      text = frames.pop() ?? ''
      for (const frame of frames) {
        const data = /^data: (.*)$/m.exec(frame)?.[1]
        if (data !== undefined) events.push(deskEvent.parse(JSON.parse(data)))
        const id = /^id: (.*)$/m.exec(frame)?.[1]
        if (id !== undefined) ids.push(id)
      }
    }
  }
  return { events, ids, ended: read().catch(() => {}), stop: () => end.abort() }
}

async function newIssue(of: Colleague, where: PublicationAnswer): Promise<IssueAnswer> {
  const made = (await of.post(`/publications/${where.id}/articles`, { content: article('稿件') })).body as { id: string }
  const issue = good(await of.post(`/publications/${where.id}/issues`, { year: 2024 }), issueAnswer, 201)
  return good(
    await of.put(
      `/issues/${issue.id}/arrangement`,
      { columns: [{ name: null, articles: [{ article: made.id, version: 1 }] }] },
      { version: 1 },
    ),
    issueAnswer,
  )
}

const steps = ({ events }: Heard): string[] =>
  events.flatMap((one) => (one.kind === 'render' ? [`${one.render.state} ${one.render.step ?? ''}`.trim()] : []))

it('tells changes and the steps of a render as they happen', async () => {
  const heard = await listen(editor)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const issue = await newIssue(editor, publication)
  await editor.post(`/issues/${issue.id}/renders`, { purpose: 'draft' })
  await until(() => steps(heard).some((step) => step.startsWith('done')), 60_000)
  heard.stop()
  const kinds = heard.events.map((one) => ('version' in one ? `${one.kind} ${one.version}` : one.kind))
  expect(kinds).toEqual(expect.arrayContaining(['article 1', 'issue 1', 'issue 2']))
  expect(new Set(steps(heard)).size).toBeGreaterThan(1)
  expect(steps(heard).at(-1)).toBe('done manifest')
})

it('goes on where it broke off', async () => {
  const first = await listen(editor)
  await new Promise((resolve) => setTimeout(resolve, 200))
  await newIssue(editor, publication)
  await until(() => first.events.some((one) => one.kind === 'issue'))
  first.stop()
  await first.ended
  const missed = await newIssue(editor, publication)
  const second = await listen(editor, first.ids.at(-1))
  await until(() => second.events.some((one) => one.kind === 'issue' && one.issue === missed.id))
  second.stop()
})

it('tells nobody of what they may not see', async () => {
  const other = await desk.person('other')
  const theirs = await desk.publication('别家事件', { editor: [other] })
  const heard = await listen(editor)
  const control = await listen(other)
  await new Promise((resolve) => setTimeout(resolve, 200))
  await newIssue(other, theirs)
  await until(() => control.events.some((one) => one.kind === 'issue'))
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(heard.events.filter((one) => one.publication === theirs.id)).toEqual([])
  heard.stop()
  control.stop()
})

it('hangs up when the person is shut out', async () => {
  const leaving = await desk.person('leaving')
  const heard = await listen(leaving)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const { version } = good(await desk.administrator.get(`/people/${leaving.id}`), personAnswer)
  good(await desk.administrator.patch(`/people/${leaving.id}`, { disabled: true }, { version }), personAnswer)
  const start = performance.now()
  await heard.ended
  expect(performance.now() - start).toBeLessThan(5000)
})

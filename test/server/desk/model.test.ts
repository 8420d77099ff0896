import { afterAll, beforeAll, expect, it } from 'vitest'
import { flowSheetAnswer, type IssueAnswer, issueAnswer, type PublicationAnswer, reviewAnswer } from '#lib/editorial'
import { Press } from '../../../apps/server/src/editions/press.js'
import { RenderClaims } from '../../../apps/server/src/editions/render-claims.js'
import { RenderFinish } from '../../../apps/server/src/editions/render-finish.js'
import { chance } from '../../faults/chance.js'
import { figures, often } from '../../faults/points.js'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { typed } from './typed.js'
import { good } from './visitor.js'

let desk: Desk
let editors: Colleague[]
let reviewers: Colleague[]
let publication: PublicationAnswer

beforeAll(async () => {
  desk = await openDesk()
  editors = [await desk.person('e1'), await desk.person('e2')]
  reviewers = [await desk.person('r1'), await desk.person('r2'), await desk.person('r3'), await desk.person('r4')]
  // One who is both: editor of everything, reviewer of nothing they touched.
  publication = await desk.publication('模型通讯', {
    editor: editors,
    releaser: editors,
    reviewer: [...reviewers, editors[1] as Colleague],
  })
})
afterAll(() => desk.close())

/** How many issues are played with, and how many steps each. */
const issues = often(2, 150)
const steps = often(60, 24)

async function newIssue(): Promise<IssueAnswer> {
  const [editor] = editors as [Colleague]
  const made = await typed(editor, publication.id, article('模型稿件'))
  const issue = good(await editor.post(`/publications/${publication.id}/issues`, { year: 2024 }), issueAnswer, 201)
  return good(
    await editor.put(
      `/issues/${issue.id}/arrangement`,
      { columns: [{ name: null, articles: [{ article: made.id, version: 1 }] }] },
      { version: 1 },
    ),
    issueAnswer,
  )
}

const now = async (issue: string): Promise<IssueAnswer> => good(await (editors[0] as Colleague).get(`/issues/${issue}`), issueAnswer)

/** Prints what is waiting, sometimes with the issue changed under the press. */
async function print(issue: string, meanwhile: () => Promise<unknown>): Promise<void> {
  const [row] = await desk.runtime.database.query<{ id: string }>(`SELECT id FROM renders WHERE issue = $1 AND state = 'queued'`, [issue])
  const claim = row === undefined ? undefined : await desk.app.get(RenderClaims, { strict: false }).claim(row.id)
  if (claim === undefined) return
  const result = await desk.app.get(Press, { strict: false }).print(claim.render, () => {}, new AbortController().signal)
  await meanwhile()
  await desk.app.get(RenderFinish, { strict: false }).finish(claim, result)
}

/** Who changed the issue in hand; its first editor from the start. */
const touched = new Set<string>()

async function act(issue: string, draw: (below: number) => number, edits: number): Promise<void> {
  const [editor, reviewer] = [editors[draw(2)] as Colleague, [...reviewers, editors[1] as Colleague][draw(5)] as Colleague]
  const { version, contentHash, state } = await now(issue)
  const edit = async (): Promise<void> => {
    const { status } = await editor.patch(`/issues/${issue}`, { contact: `内线 ${edits}` }, { version })
    if (status === 200) touched.add(editor.id)
  }
  const moves: [number, () => Promise<unknown>][] = [
    [
      state === 'draft' ? 2 : 12,
      () =>
        state === 'draft'
          ? editor.post(`/issues/${issue}/moves/submit`, {})
          : reviewer.post(`/issues/${issue}/moves/approve`, { contentHash }),
    ],
    [1, edit],
    [1, () => reviewer.post(`/issues/${issue}/moves/withdraw`, { reason: '再看' })],
    [1, () => reviewer.post(`/issues/${issue}/moves/return`, { reason: '重改' })],
    [state === 'approved' ? 6 : 1, () => editor.post(`/issues/${issue}/renders`, { purpose: 'release' })],
    [state === 'approved' ? 6 : 1, () => print(issue, () => (draw(3) === 0 ? edit() : Promise.resolve()))],
    [1, () => editor.post(`/issues/${issue}/moves/release`, {})],
    [1, () => editor.post(`/issues/${issue}/moves/correct`, { reason: '更正' })],
  ]
  let at = draw(moves.reduce((sum, [weight]) => sum + weight, 0))
  for (const [weight, move] of moves) {
    if (at < weight) {
      await move()
      return
    }
    at -= weight
  }
}

/** What must hold whatever happened, read from the tables. */
async function judge(issue: string): Promise<{ approvals: number; editions: number }> {
  const { rounds } = good(await (editors[0] as Colleague).get(`/issues/${issue}/review`), reviewAnswer)
  const { state, contentHash } = await now(issue)
  const open = rounds.find((round) => round.ending === null)
  expect(state === 'draft').toBe(open === undefined)
  if (open !== undefined) expect(open.contentHash).toBe(contentHash)
  const standing = open?.decisions.filter((one) => one.counts).map((one) => one.person.id) ?? []
  expect(new Set(standing).size).toBe(standing.length)
  expect(standing.filter((person) => touched.has(person))).toEqual([])
  if (['approved', 'rendered', 'released'].includes(state)) expect(standing.length).toBe(3)
  const editions = await desk.runtime.database.query<{ content_hash: string; state: string; manifest: { contentHash: string } }>(
    `SELECT content_hash, state, manifest FROM editions WHERE issue = $1 AND purpose = 'release'`,
    [issue],
  )
  for (const one of editions)
    expect([one.manifest.contentHash, rounds.some((round) => round.contentHash === one.content_hash)]).toEqual([one.content_hash, true])
  expect(editions.filter((one) => one.state === 'released').length).toBeLessThanOrEqual(1)
  if (state === 'released') expect(editions.find((one) => one.state === 'released')?.content_hash).toBe(contentHash)
  return { approvals: standing.length, editions: editions.length }
}

/** The 审校流程单 is made of the audit alone and tells what the tables of the review hold. */
async function compareSheet(issue: string): Promise<void> {
  const [reader] = editors as [Colleague]
  const sheet = good(await reader.get(`/issues/${issue}/flow-sheet`), flowSheetAnswer)
  const { rounds } = good(await reader.get(`/issues/${issue}/review`), reviewAnswer)
  const acts = { approve: '通过', return: '退回', withdraw: '撤回通过' }
  const decided = rounds.flatMap((round) =>
    round.decisions.map((one) => [round.number, one.stageName, one.person.name, acts[one.kind]].join(' ')),
  )
  const told = sheet.lines.filter((line) => Object.values(acts).includes(line.act))
  expect(told.map((line) => [line.round, line.stage, line.person, line.act].join(' '))).toEqual(decided)
  const open = rounds.find((round) => round.ending === null)
  const standing = open?.decisions.filter((one) => one.counts).map((one) => one.person.name) ?? []
  expect(sheet.stages.flatMap((one) => one.person ?? [])).toEqual(standing)
}

it('whatever two editors and four reviewers do, what was approved by three is what is printed', async () => {
  const reached = { approvals: 0, editions: 0 }
  let printed = 0
  for (let seed = 1; seed <= issues; seed += 1) {
    const draw = chance(seed)
    const { id } = await newIssue()
    touched.clear()
    touched.add((editors[0] as Colleague).id)
    for (let step = 0; step < steps; step += 1) {
      await act(id, draw, step)
      const { approvals, editions } = await judge(id)
      reached.approvals = Math.max(reached.approvals, approvals)
      reached.editions = Math.max(reached.editions, editions)
      if (step === steps - 1) printed += editions
      if (step === steps - 1) await compareSheet(id)
    }
  }
  figures('issues played', { issues, steps, printed })
  expect(reached.approvals).toBe(3)
  expect(reached.editions).toBeGreaterThan(0)
})

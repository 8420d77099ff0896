import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowLines } from './flow-sheet/flow-lines.js'
import type { LogLine } from './flow-sheet/log-line.js'
import { standingByLog } from './flow-sheet/standing.js'
import type { Approval, MoveFacts } from './guards.js'
import { decide } from './move.js'
import { Refusal } from './refusal.js'
import { type IssueState, type Move, moves } from './workflow.js'

const people = ['编甲', '编乙', '审甲', '审乙', '审丙', '审丁']
const stages = ['初审', '复审', '终审'].map((name) => ({ name, reviewers: [] }))

/** One issue as the tables would hold it: the content is only a counter, each edit makes another. */
interface Desk {
  state: IssueState
  stage: number
  content: number
  editors: Set<string>
  approvals: Approval[]
  /** What the audit would hold. */
  log: LogLine[]
  /** Each content that was ever approved, with everyone who approved it. */
  approved: { content: number; by: string[]; editors: string[]; excepted: number }[]
}

const fresh = (): Desk => ({ state: 'draft', stage: 0, content: 1, editors: new Set(['编甲']), approvals: [], log: [], approved: [] })

function factsOf(desk: Desk, person: string, seen: number, samePersonAllowed: boolean): MoveFacts {
  const counts = { articles: 1, numbered: true, sourceGaps: [], blockingFindings: 0, openComments: 0, checklistOpen: 0 }
  const review = { stages, stage: desk.stage, approvals: desk.approvals, editorsOfContent: [...desk.editors] }
  const made = { contentHash: String(desk.content), seenHash: String(seen), samePersonAllowed, filesMade: ['pdf', 'docx'] }
  return { person, reason: '核对数据', ...counts, ...review, ...made }
}

/** The line a move leaves in the audit, as the server writes it. */
function logged(desk: Desk, move: Move, person: string, voids: boolean): void {
  const excepted = desk.editors.has(person) || desk.approvals.some((one) => one.person === person)
  const stage = move === 'approve' ? { stage: stages[desk.stage]?.name ?? '', ...(excepted ? { excepted } : {}) } : {}
  const detail = { contentHash: String(desk.content), ...stage, ...(voids ? { voided: desk.approvals.length } : {}) }
  desk.log.push({ sequence: desk.log.length + 1, at: '2024-10-08T01:00:00.000Z', person, act: `${move} issue`, detail })
}

function act(desk: Desk, move: Move, person: string, seen: number, exception: boolean): void {
  const moved = decide(desk.state, move, factsOf(desk, person, seen, exception))
  logged(desk, move, person, moved.voids)
  if (['approve', 'render', 'finish-render', 'release'].includes(move) && !exception && desk.approvals.some((one) => one.excepted))
    throw new Error(`${move} built on an exception that was taken back`)
  const excepted = desk.editors.has(person) || desk.approvals.some((one) => one.person === person)
  if (move === 'approve') desk.approvals.push({ stage: desk.stage, person, contentHash: String(desk.content), excepted })
  if (move === 'withdraw') desk.approvals.pop()
  if (move === 'edit') {
    desk.content += 1
    desk.editors.add(person)
  }
  if (moved.voids) desk.approvals = []
  if (moved.state === 'approved' && move === 'approve') {
    desk.approved.push({
      content: desk.content,
      by: desk.approvals.map((one) => one.person),
      editors: [...desk.editors],
      excepted: standingByLog(desk.log).filter((one) => one.excepted).length,
    })
  }
  desk.state = moved.state
  desk.stage = moved.stage
}

const step = fc.record({ move: fc.constantFrom(...moves), person: fc.constantFrom(...people), stale: fc.boolean() })

/** What must hold after every step; said without a matcher, since it is said twenty thousand times. */
function judge(desk: Desk): void {
  const told = standingByLog(desk.log).map((one) => `${one.stage} ${one.person} ${one.contentHash}`)
  const standing = desk.approvals.map((one) => `${stages[one.stage]?.name} ${one.person} ${one.contentHash}`)
  const complete = !['approved', 'rendered', 'released'].includes(desk.state) || desk.stage === 3
  if (desk.stage !== desk.approvals.length || !complete || told.join() !== standing.join())
    throw new Error(`${desk.state} at stage ${desk.stage}: the log says ${told.join()}, the approvals are ${standing.join()}`)
}

let stepsPlayed = 0

/** The exception is off, on, or granted and taken back between the steps. */
type Leave = boolean | 'now and then'

function play(steps: { move: Move; person: string; stale: boolean }[], leave: Leave): Desk {
  const desk = fresh()
  for (const [at, one] of steps.entries()) {
    const exception = leave === 'now and then' ? at % 7 < 4 : leave
    stepsPlayed += 1
    try {
      act(desk, one.move, one.person, one.stale ? desk.content - 1 : desk.content, exception)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
    judge(desk)
  }
  const told = desk.log.filter(
    ({ act: did, detail }) => did !== 'finish-render issue' && (did !== 'edit issue' || detail.voided !== undefined),
  )
  expect(flowLines(desk.log).map((line) => line.sequence)).toEqual(told.map((line) => line.sequence))
  return desk
}

/** Moves a review is made of come oftener than the rest, so that many contents are approved. */
const likely = fc.oneof(
  { weight: 3, arbitrary: step },
  {
    weight: 5,
    arbitrary: fc.record({
      move: fc.constantFrom<Move>('submit', 'approve', 'approve', 'approve'),
      person: fc.constantFrom(...people),
      stale: fc.constant(false),
    }),
  },
)

/** Plays at least so many steps of random people, and answers every content approved on the way. */
function playLong(exception: Leave): Desk['approved'] {
  const approved: Desk['approved'] = []
  stepsPlayed = 0
  fc.assert(
    fc.property(fc.array(likely, { minLength: 60, maxLength: 80, size: 'max' }), (steps) => {
      approved.push(...play(steps, exception).approved)
    }),
    { numRuns: process.env.FULL === '1' ? 10_000 : 170, seed: 20241008 },
  )
  return approved
}

describe('three reviews by three persons', () => {
  it('never approves a content without three different persons, none of them its editor, who saw exactly it: 10,000 steps', () => {
    const approved = playLong(false)
    for (const { by, editors } of approved) {
      expect(new Set(by).size).toBe(3)
      expect(by.filter((person) => editors.includes(person))).toEqual([])
    }
    expect(stepsPlayed).toBeGreaterThanOrEqual(10_000)
    expect(approved.length).toBeGreaterThan(50)
  })
  it('with the exception switch on, says of each approval whether it was given under it: 10,000 steps', () => {
    const approved = playLong(true)
    expect(stepsPlayed).toBeGreaterThanOrEqual(10_000)
    for (const { by, editors, excepted } of approved)
      expect(excepted > 0).toBe(new Set(by).size < 3 || by.some((person) => editors.includes(person)))
    expect(approved.some(({ by }) => new Set(by).size < 3)).toBe(true)
  })
  it('with the exception granted and taken back, nothing is built on it while it is off: 10,000 steps', () => {
    const approved = playLong('now and then')
    expect(stepsPlayed).toBeGreaterThanOrEqual(10_000)
    for (const { by, editors, excepted } of approved)
      if (excepted === 0) expect([new Set(by).size, by.filter((person) => editors.includes(person))]).toEqual([3, []])
  })
  it('lets one person act twice only under the exception', () => {
    const alone = (exception: boolean) =>
      play(
        ['submit', 'approve', 'approve', 'approve'].map((move) => ({ move: move as Move, person: '审甲', stale: false })),
        exception,
      )
    expect(alone(false).state).toBe('in-review')
    expect(alone(true).state).toBe('approved')
  })
  it('refuses an approval of a content the person did not have before them', () => {
    const desk = play([{ move: 'submit', person: '编甲', stale: false }], false)
    expect(() => act(desk, 'approve', '审甲', desk.content - 1, false)).toThrow('review/content-changed')
  })
  it('keeps a withdrawn approval from counting and lets another person take the stage', () => {
    const desk = play(
      [
        { move: 'submit', person: '编甲', stale: false },
        { move: 'approve', person: '审甲', stale: false },
        { move: 'withdraw', person: '审甲', stale: false },
        { move: 'approve', person: '审乙', stale: false },
      ],
      false,
    )
    expect(desk.approvals).toEqual([{ stage: 0, person: '审乙', contentHash: '1', excepted: false }])
  })
})

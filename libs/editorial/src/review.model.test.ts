import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
  /** Each content that was ever approved, with everyone who approved it. */
  approved: { content: number; by: string[]; editors: string[] }[]
}

const fresh = (): Desk => ({ state: 'draft', stage: 0, content: 1, editors: new Set(['编甲']), approvals: [], approved: [] })

function factsOf(desk: Desk, person: string, seen: number, samePersonAllowed: boolean): MoveFacts {
  const counts = { articles: 1, numbered: true, sourcesMissing: 0, blockingFindings: 0, openComments: 0, checklistOpen: 0 }
  const review = { stages, stage: desk.stage, approvals: desk.approvals, editorsOfContent: [...desk.editors] }
  const made = { contentHash: String(desk.content), seenHash: String(seen), samePersonAllowed, filesMade: ['pdf', 'docx'] }
  return { person, reason: '核对数据', ...counts, ...review, ...made }
}

function act(desk: Desk, move: Move, person: string, seen: number, exception: boolean): void {
  const moved = decide(desk.state, move, factsOf(desk, person, seen, exception))
  if (move === 'approve') desk.approvals.push({ stage: desk.stage, person, contentHash: String(desk.content) })
  if (move === 'withdraw') desk.approvals.pop()
  if (move === 'edit') {
    desk.content += 1
    desk.editors.add(person)
  }
  if (moved.voids) desk.approvals = []
  if (moved.state === 'approved' && move === 'approve') {
    desk.approved.push({ content: desk.content, by: desk.approvals.map((one) => one.person), editors: [...desk.editors] })
  }
  desk.state = moved.state
  desk.stage = moved.stage
}

const step = fc.record({ move: fc.constantFrom(...moves), person: fc.constantFrom(...people), stale: fc.boolean() })

function play(steps: { move: Move; person: string; stale: boolean }[], exception: boolean): Desk {
  const desk = fresh()
  for (const one of steps) {
    try {
      act(desk, one.move, one.person, one.stale ? desk.content - 1 : desk.content, exception)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
    expect(desk.stage).toBe(desk.approvals.length)
    expect(['approved', 'rendered', 'released'].includes(desk.state) ? desk.stage === 3 : true).toBe(true)
  }
  return desk
}

describe('three reviews by three persons', () => {
  it('never approves a content without three different persons, none of them its editor, who saw exactly it', () => {
    let approvals = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        for (const { by, editors } of play(steps, false).approved) {
          approvals += 1
          expect(new Set(by).size).toBe(3)
          expect(by.filter((person) => editors.includes(person))).toEqual([])
        }
      }),
      { numRuns: 150, seed: 20241008 },
    )
    expect(approvals).toBeGreaterThan(0)
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
    expect(desk.approvals).toEqual([{ stage: 0, person: '审乙', contentHash: '1' }])
  })
})

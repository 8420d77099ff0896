import { describe, expect, it } from 'vitest'
import { guards } from './guards.js'
import { messageCodes } from './messages/message-text.js'
import { publicationActs } from './policy.js'
import { actOfMove, type IssueState, issueStates, type Move, moves, workflow } from './workflow.js'

/** Where a step may lead, `next-stage` and `previous-stage` spelled out. */
function landings(from: IssueState): IssueState[] {
  return Object.values(workflow[from]).flatMap((step): IssueState[] => {
    if (step.to === 'next-stage') return ['in-review', 'approved']
    return [step.to === 'previous-stage' ? 'in-review' : step.to]
  })
}

function reachableFrom(start: IssueState): Set<IssueState> {
  const seen = new Set<IssueState>([start])
  for (const state of seen) for (const next of landings(state)) seen.add(next)
  return seen
}

describe('the workflow table', () => {
  it.each(issueStates)('reaches %s from a draft', (state) => expect(reachableFrom('draft')).toContain(state))
  it.each(issueStates)('can leave %s', (state) => expect(landings(state).filter((next) => next !== state)).not.toEqual([]))
  it.each(issueStates)('comes back to a draft from %s', (state) => expect(reachableFrom(state)).toContain('draft'))

  it('uses every move it names', () => {
    const used = new Set(issueStates.flatMap((state) => Object.keys(workflow[state])))
    expect([...used].sort()).toEqual([...moves].sort())
  })
  it('asks only for acts and guards that exist', () => {
    for (const state of issueStates) {
      for (const step of Object.values(workflow[state])) {
        expect([...publicationActs, 'worker']).toContain(step.by)
        for (const need of step.needs) expect(Object.keys(guards)).toContain(need)
      }
    }
  })
  it('takes the same act for a move in every state', () => {
    for (const state of issueStates)
      for (const [move, step] of Object.entries(workflow[state])) expect(step.by).toBe(actOfMove(move as Move))
  })
  it('uses every guard', () => {
    const used = new Set(issueStates.flatMap((state) => Object.values(workflow[state]).flatMap((step) => step.needs)))
    expect([...used].sort()).toEqual(Object.keys(guards).sort())
  })
  it('voids the approvals whenever an issue with approvals becomes a draft again', () => {
    for (const state of issueStates.filter((one) => one !== 'draft')) {
      for (const step of Object.values(workflow[state])) if (step.to === 'draft') expect(step.voids).toBe(true)
    }
  })
  it('never lets a released issue be edited, returned or withdrawn', () => {
    expect(Object.keys(workflow.released).sort()).toEqual(['correct', 'recall'])
    expect(Object.keys(workflow.recalled)).toEqual(['correct'])
  })
  it('has a sentence for every hindrance', () => {
    const empty = {
      person: '',
      reason: null,
      articles: 0,
      numbered: false,
      sourceGaps: [{ title: '稿件', parts: ['date' as const] }],
      blockingFindings: 1,
      openComments: 1,
      checklistOpen: 1,
      stages: [{ name: '初审', reviewers: ['x'] }],
      stage: 0,
    }
    const facts = {
      ...empty,
      approvals: [{ stage: 0, person: 'y', contentHash: 'b', excepted: true }],
      editorsOfContent: [''],
      contentHash: 'a',
      seenHash: null,
      samePersonAllowed: false,
      filesMade: [],
    }
    const codes = Object.values(guards).flatMap((guard) => guard(facts)?.code ?? [])
    for (const code of codes) expect(messageCodes).toContain(code)
  })
})

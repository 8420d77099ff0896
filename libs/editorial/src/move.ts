import type { GuardName, MoveFacts } from './guards.js'
import { guards } from './guards.js'
import { conflict, forbidden, invalid, type Refusal, type RefusalParams } from './refusal.js'
import type { IssueState, Move, Step } from './workflow.js'
import { workflow } from './workflow.js'

export interface Moved {
  readonly state: IssueState
  /** How many stages have approved afterwards: the open stage while in review. */
  readonly stage: number
  /** Whether all approvals given so far are void. */
  readonly voids: boolean
}

/** The step a move would be, or a refusal when this state knows no such move. */
export function stepFor(state: IssueState, move: Move): Step {
  const step = workflow[state][move]
  if (step === undefined) throw conflict('issue/no-such-move', { state, move, allowed: Object.keys(workflow[state]).join(' ') })
  return step
}

/** Where a move leads when every guard is content; throws the first refusal otherwise. Whether the person's role fits is asked of the policy before. */
export function decide(state: IssueState, move: Move, facts: MoveFacts): Moved {
  const step = stepFor(state, move)
  for (const name of step.needs) {
    const refused = guards[name](facts)
    if (refused !== undefined) throw refusalOf(name, refused.code, refused.params)
  }
  return { ...landing(step, facts), voids: step.voids === true }
}

/** What stands in the way of a move, with the figures its sentence needs. */
export interface Hindrance {
  readonly code: string
  readonly params: RefusalParams
}

/** Everything that stands in the way of a move now: what the web greys a button with. */
export function hindrances(state: IssueState, move: Move, facts: MoveFacts): Hindrance[] {
  const step = workflow[state][move]
  if (step === undefined) return [{ code: 'issue/no-such-move', params: {} }]
  return step.needs.flatMap((name) => {
    const refused = guards[name](facts)
    return refused === undefined ? [] : [{ code: refused.code, params: refused.params ?? {} }]
  })
}

/** The stage counts the approvals that stand: 0 in a draft, the number of stages once all have approved. */
function landing(step: Step, facts: MoveFacts): { state: IssueState; stage: number } {
  if (step.to === 'previous-stage') return { state: 'in-review', stage: facts.stage - 1 }
  if (step.to !== 'next-stage') return { state: step.to, stage: step.to === 'draft' ? 0 : facts.stage }
  const next = facts.stage + 1
  return { state: next < facts.stages.length ? 'in-review' : 'approved', stage: next }
}

const personal: readonly GuardName[] = ['in this stage', 'not an editor of it', 'no earlier stage', 'gave the last approval']

function refusalOf(guard: GuardName, code: string, params: Refusal['params'] = {}): Refusal {
  if (personal.includes(guard)) return forbidden(code, params)
  return guard === 'gave a reason' ? invalid(code, params) : conflict(code, params)
}

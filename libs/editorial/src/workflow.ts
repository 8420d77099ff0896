import type { GuardName } from './guards.js'
import type { PublicationAct } from './policy.js'

/** An issue is in exactly one of these; the stage of a review is counted beside it. */
export const issueStates = ['draft', 'in-review', 'approved', 'rendered', 'released', 'recalled'] as const
export type IssueState = (typeof issueStates)[number]

export const moves = [
  'edit',
  'submit',
  'pull-back',
  'approve',
  'return',
  'withdraw',
  'render',
  'finish-render',
  'release',
  'recall',
  'correct',
] as const
export type Move = (typeof moves)[number]

export interface Step {
  /** `next-stage` is the following review stage, or `approved` after the last. */
  readonly to: IssueState | 'next-stage' | 'previous-stage'
  /** The act a person needs; `worker` is the press queue itself. */
  readonly by: PublicationAct | 'worker'
  readonly needs: readonly GuardName[]
  /** Whether the approvals given so far are void afterwards. */
  readonly voids?: true
}

/**
 * The life of an issue, whole: state → move → where it leads, who may, what must hold.
 * The server decides with it, the web draws its buttons from it, the documentation its diagram.
 */
export const workflow: Readonly<Record<IssueState, Partial<Record<Move, Step>>>> = {
  draft: {
    edit: { to: 'draft', by: 'assemble issues', needs: [] },
    submit: { to: 'in-review', by: 'submit issues', needs: ['has articles', 'is numbered', 'sources complete', 'nothing blocking'] },
  },
  'in-review': {
    edit: { to: 'draft', by: 'assemble issues', needs: [], voids: true },
    'pull-back': { to: 'draft', by: 'submit issues', needs: ['first stage untouched'], voids: true },
    approve: {
      to: 'next-stage',
      by: 'decide in review',
      needs: [
        'saw this content',
        'in this stage',
        'not an editor of it',
        'no earlier stage',
        'exception holds',
        'checklist ticked',
        'comments settled',
      ],
    },
    return: {
      to: 'draft',
      by: 'decide in review',
      needs: ['gave a reason', 'in this stage', 'not an editor of it', 'no earlier stage'],
      voids: true,
    },
    withdraw: { to: 'previous-stage', by: 'decide in review', needs: ['gave the last approval'] },
  },
  approved: {
    edit: { to: 'draft', by: 'assemble issues', needs: [], voids: true },
    withdraw: { to: 'previous-stage', by: 'decide in review', needs: ['gave the last approval'] },
    render: { to: 'approved', by: 'render for release', needs: ['exception holds', 'approved content'] },
    'finish-render': { to: 'rendered', by: 'worker', needs: ['exception holds', 'approved content'] },
  },
  rendered: {
    edit: { to: 'draft', by: 'assemble issues', needs: [], voids: true },
    withdraw: { to: 'previous-stage', by: 'decide in review', needs: ['gave the last approval'] },
    render: { to: 'rendered', by: 'render for release', needs: ['exception holds', 'approved content'] },
    'finish-render': { to: 'rendered', by: 'worker', needs: ['exception holds', 'approved content'] },
    release: { to: 'released', by: 'release editions', needs: ['exception holds', 'approved content', 'files made'] },
  },
  released: {
    recall: { to: 'recalled', by: 'recall editions', needs: ['gave a reason'] },
    correct: { to: 'draft', by: 'assemble issues', needs: ['gave a reason'], voids: true },
  },
  recalled: {
    correct: { to: 'draft', by: 'assemble issues', needs: ['gave a reason'], voids: true },
  },
}

/** The act a move takes, the same in every state that knows it. */
export function actOfMove(move: Move): PublicationAct | 'worker' {
  const step = issueStates.map((state) => workflow[state][move]).find((one) => one !== undefined)
  if (step === undefined) throw new Error(`no state knows the move ${move}`)
  return step.by
}

import { type LogLine, textOf } from './log-line.js'

/** An approval that stands, as the log tells it. */
export interface StandingApproval {
  readonly stage: string
  readonly person: string
  readonly at: string
  readonly excepted: boolean
  readonly contentHash: string | null
}

/** What a move ends: after these nothing approved so far counts. `edit` ends it only where it says how many approvals it voided. */
const endings = new Set(['submit issue', 'return issue', 'pull-back issue', 'correct issue'])

/** Plays the log of an issue through: the approvals that stand at its end, in the order they were given. */
export function standingByLog(lines: readonly LogLine[]): StandingApproval[] {
  let standing: StandingApproval[] = []
  for (const { act, at, person, detail } of lines) {
    if (endings.has(act) || (act === 'edit issue' && detail.voided !== undefined)) standing = []
    else if (act === 'withdraw issue') standing = standing.slice(0, -1)
    else if (act === 'approve issue')
      standing.push({
        at,
        person: person ?? '',
        stage: textOf(detail, 'stage') ?? '',
        excepted: detail.excepted === true,
        contentHash: textOf(detail, 'contentHash'),
      })
  }
  return standing
}

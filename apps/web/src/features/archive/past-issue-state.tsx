import type { PastIssueAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { Tag, type Tone } from '../../ui/state-tag.js'

const tones: Readonly<Record<PastIssueAnswer['state'], Tone>> = {
  queued: 'plain',
  running: 'busy',
  done: 'good',
  failed: 'bad',
  cancelled: 'plain',
}

/** How far one past issue is, and whether its text is damaged or somebody has looked at it. */
export function PastIssueState({ issue }: { readonly issue: PastIssueAnswer }) {
  const { past } = useTexts()
  return (
    <>
      <Tag tone={tones[issue.state]}>{past.states[issue.state]}</Tag> {issue.damaged && <Tag tone="warn">{past.damaged}</Tag>}{' '}
      {issue.confirmedAt !== null && <Tag tone="good">{past.confirmed}</Tag>}
    </>
  )
}

export const underWay = ({ state }: PastIssueAnswer): boolean => state === 'queued' || state === 'running'

import { App, Button } from 'antd'
import { useId, useState } from 'react'
import type { IssueAnswer, Move } from '#lib/editorial'
import { useTexts } from '../lib/language.js'
import { useMove } from '../lib/use-move.js'
import { ReasonDialog } from './reason-dialog.js'
import { useSay } from './say.js'

interface MoveButtonProps {
  readonly issue: IssueAnswer
  readonly move: Move
  readonly primary?: boolean
  readonly danger?: boolean
  readonly onMoved?: () => void
  /** Not there at all while something stands in its way. */
  readonly onlyWhenFree?: boolean
  /** The content a decision is about, where the screen may show an older one than the server has. */
  readonly seenHash?: string | null
}

/**
 * One step of an issue's life, there only when the server says it is open to this person, and grey with its hindrances said when something stands in the way.
 * Steps that need a reason ask for it; steps that cannot be taken back quietly ask once more.
 */
export function MoveButton({ issue, move, primary = false, danger = false, onlyWhenFree = false, onMoved, seenHash }: MoveButtonProps) {
  const texts = useTexts()
  const say = useSay()
  const { modal } = App.useApp()
  const note = useId()
  const [asking, setAsking] = useState(false)
  const taken = useMove(issue, {
    ...(seenHash === undefined ? {} : { seenHash }),
    onSuccess: () => {
      setAsking(false)
      say.done(texts.issue.moved(texts.moves[move]))
      onMoved?.()
    },
    onError: say.problem,
  })
  const possible = issue.moves.find((one) => one.move === move)
  if (possible === undefined) return null

  const hindered = possible.hindrances.length > 0
  if (hindered && onlyWhenFree) return null
  const reasons: Readonly<Record<string, string>> = texts.issue.reasons
  const questions: Readonly<Record<string, string>> = texts.issue.confirm
  const lead = reasons[move]
  const question = questions[move]
  const begin = (): void => {
    if (lead !== undefined) setAsking(true)
    else if (question !== undefined)
      modal.confirm({
        title: texts.moves[move],
        content: question,
        okText: texts.moves[move],
        onOk: () => taken.mutateAsync({ move }).catch(() => undefined),
      })
    else taken.mutate({ move })
  }
  return (
    <>
      <Button
        type={primary ? 'primary' : 'default'}
        danger={danger}
        disabled={hindered}
        loading={taken.isPending}
        aria-describedby={hindered ? note : undefined}
        title={hindered ? possible.hindrances.map((one) => one.message).join('') : undefined}
        onClick={begin}
      >
        {texts.moves[move]}
      </Button>
      {hindered && (
        <span id={note} className="unseen">
          {possible.hindrances.map((one) => one.message).join('')}
        </span>
      )}
      <ReasonDialog
        open={asking}
        title={texts.moves[move]}
        lead={lead}
        confirm={texts.moves[move]}
        danger={danger}
        busy={taken.isPending}
        onReason={(reason) => taken.mutate({ move, reason })}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

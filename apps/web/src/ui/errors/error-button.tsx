import { Button } from 'antd'
import { useState } from 'react'
import { can, type FindingAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { useActor } from '../../lib/session.js'
import { ErrorDialog } from './error-dialog.js'
import { kindOfRule } from './error-draft.js'

interface ErrorButtonProps {
  readonly publication: string
  readonly issue: string
  readonly article: string
  readonly finding: FindingAnswer
  /** Where it was found; left out: while editing. */
  readonly stage?: string | undefined
}

/** What the rules found and a person knows to be an error goes into the ledger from here. */
export function ErrorButton({ publication, issue, article, finding, stage }: ErrorButtonProps) {
  const { errors } = useTexts()
  const [open, setOpen] = useState(false)
  const mayKeep = can(useActor(), 'keep the error ledger', publication)
  if (!mayKeep || finding.text === '') return null
  const seed = {
    issue,
    article,
    kind: kindOfRule(finding.rule),
    text: finding.text,
    ...(finding.suggestion === null ? {} : { correction: finding.suggestion }),
    ...(stage === undefined ? {} : { stage }),
  }
  return (
    <>
      <Button size="small" aria-label={errors.addOf(finding.text)} onClick={() => setOpen(true)}>
        {errors.add}
      </Button>
      {open && <ErrorDialog publication={publication} seed={seed} onClose={() => setOpen(false)} />}
    </>
  )
}

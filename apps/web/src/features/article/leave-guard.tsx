import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useBlocker } from 'react-router'
import { useTexts } from '../../lib/language.js'

interface LeaveGuardProps {
  readonly touched: boolean
  /** Saves, and answers whether it is saved. */
  readonly save: () => Promise<boolean>
}

/** Asks before an unsaved article is left; whatever is chosen, nothing is lost. */
export function LeaveGuard({ touched, save }: LeaveGuardProps) {
  const texts = useTexts()
  const [saving, setSaving] = useState(false)
  const blocker = useBlocker(({ currentLocation, nextLocation }) => touched && currentLocation.pathname !== nextLocation.pathname)
  const saveAndGo = async (): Promise<void> => {
    setSaving(true)
    const saved = await save()
    setSaving(false)
    if (saved) blocker.proceed?.()
    else blocker.reset?.()
  }
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={texts.article.leaveTitle}
      onCancel={() => blocker.reset?.()}
      footer={
        <>
          <Button onClick={() => blocker.reset?.()}>{texts.article.stay}</Button>
          <Button onClick={() => blocker.proceed?.()}>{texts.article.leaveKeep}</Button>
          <Button type="primary" loading={saving} onClick={() => void saveAndGo()}>
            {texts.article.leaveSave}
          </Button>
        </>
      }
    >
      <p>{texts.article.leaveLead}</p>
    </Modal>
  )
}

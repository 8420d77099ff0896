import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../lib/language.js'
import { Field } from './field.js'

interface ReasonDialogProps {
  readonly open: boolean
  readonly title: string
  /** What will happen. */
  readonly lead?: string | undefined
  readonly confirm: string
  readonly danger?: boolean
  readonly busy: boolean
  /** What else is to be chosen. */
  readonly children?: ReactNode
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks why; nothing goes on without an answer. */
export function ReasonDialog({ open, title, lead, confirm, danger = false, busy, children, onReason, onCancel }: ReasonDialogProps) {
  const texts = useTexts()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const tell = (): void => {
    setMissing(reason.trim() === '')
    if (reason.trim() !== '') onReason(reason.trim())
  }
  return (
    <Modal
      open={open}
      title={title}
      okText={confirm}
      cancelText={texts.cancel}
      okButtonProps={{ danger, loading: busy }}
      destroyOnHidden
      afterClose={() => {
        setReason('')
        setMissing(false)
      }}
      onOk={tell}
      onCancel={onCancel}
    >
      <div className="stack">
        {lead !== undefined && <p>{lead}</p>}
        <Field label={texts.reason} error={missing ? texts.reasonNeeded : undefined}>
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              autoFocus
              rows={4}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {children}
      </div>
    </Modal>
  )
}

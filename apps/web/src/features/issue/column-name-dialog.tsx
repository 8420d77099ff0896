import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../lib/language.js'
import { Field } from '../../ui/field.js'

interface ColumnNameDialogProps {
  readonly open: boolean
  readonly title: string
  readonly initial: string
  readonly onClose: () => void
  readonly onName: (name: string) => void
}

/** Asks what a column is called. */
export function ColumnNameDialog({ open, title, initial, onClose, onName }: ColumnNameDialogProps) {
  const texts = useTexts()
  const [name, setName] = useState(initial)
  const done = (): void => {
    if (name.trim() === '') return
    onName(name.trim())
    onClose()
  }
  return (
    <Modal
      open={open}
      title={title}
      okText={texts.confirm}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: name.trim() === '' }}
      destroyOnHidden
      afterOpenChange={(now) => now && setName(initial)}
      onOk={done}
      onCancel={onClose}
    >
      <Field label={texts.issue.columnName}>
        {(wiring) => (
          <Input {...wiring} autoFocus maxLength={40} value={name} onChange={(event) => setName(event.target.value)} onPressEnter={done} />
        )}
      </Field>
    </Modal>
  )
}

import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../lib/language.js'
import { Field } from '../../ui/field.js'
import { addressesIn, MOST_ADDRESSES } from './addresses.js'

interface FetchDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onFetch: (addresses: readonly string[], again: boolean) => void
}

/** Where addresses are put down, many at once. */
export function FetchDialog({ open, onClose, onFetch }: FetchDialogProps) {
  const { inbox, cancel } = useTexts()
  const [text, setText] = useState('')
  const [again, setAgain] = useState(false)
  const { good, bad } = addressesIn(text)
  const error =
    good.length > MOST_ADDRESSES ? inbox.tooManyAddresses(MOST_ADDRESSES) : bad.length > 0 ? inbox.noAddress(bad[0] ?? '') : undefined
  return (
    <Modal
      open={open}
      width={720}
      title={inbox.fetchTitle}
      okText={good.length === 0 ? inbox.fetch : inbox.fetchMany(good.length)}
      cancelText={cancel}
      okButtonProps={{ disabled: good.length === 0 || error !== undefined }}
      destroyOnHidden
      afterClose={() => {
        setText('')
        setAgain(false)
      }}
      onOk={() => {
        onFetch(good, again)
        onClose()
      }}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={inbox.addresses} hint={inbox.addressesHint} error={error}>
          {(wiring) => <Input.TextArea {...wiring} autoFocus rows={10} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
        <Checkbox checked={again} onChange={(event) => setAgain(event.target.checked)}>
          {inbox.fetchAgain}
        </Checkbox>
      </div>
    </Modal>
  )
}

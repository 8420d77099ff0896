import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { PasteRequest } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { Field } from '../../ui/field.js'
import { Note } from '../../ui/note.js'

interface PasteDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onPaste: (body: PasteRequest) => void
}

/** Where a copied text is put down. The clipboard's HTML is kept beside the visible text as long as that is not changed. */
export function PasteDialog({ open, onClose, onPaste }: PasteDialogProps) {
  const texts = useTexts()
  const [text, setText] = useState('')
  const [html, setHtml] = useState<string | null>(null)
  const [url, setUrl] = useState('')
  const reset = (): void => {
    setText('')
    setHtml(null)
    setUrl('')
  }
  const read = (): void => {
    const address = url.trim() === '' ? {} : { url: url.trim() }
    onPaste(html === null ? { kind: 'text', text, ...address } : { kind: 'html', text: html, ...address })
    onClose()
  }
  return (
    <Modal
      open={open}
      width={720}
      title={texts.inbox.pasteTitle}
      okText={texts.inbox.read}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: text.trim() === '' }}
      destroyOnHidden
      afterClose={reset}
      onOk={read}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={texts.inbox.pasteLabel} hint={texts.inbox.pasteHint}>
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              autoFocus
              rows={14}
              value={text}
              onPaste={(event) => {
                const rich = event.clipboardData.getData('text/html')
                if (rich === '' || text.trim() !== '') return
                event.preventDefault()
                setHtml(rich)
                setText(event.clipboardData.getData('text/plain'))
              }}
              onChange={(event) => {
                setText(event.target.value)
                setHtml(null)
              }}
            />
          )}
        </Field>
        {html !== null && (
          <Note
            title={texts.inbox.pastedRich}
            actions={
              <Button size="small" onClick={() => setHtml(null)}>
                {texts.inbox.plainOnly}
              </Button>
            }
          />
        )}
        <Field label={texts.inbox.url} hint={texts.optional}>
          {(wiring) => <Input {...wiring} type="url" maxLength={2000} value={url} onChange={(event) => setUrl(event.target.value)} />}
        </Field>
      </div>
    </Modal>
  )
}

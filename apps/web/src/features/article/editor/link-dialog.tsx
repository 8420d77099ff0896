import type { Editor } from '@tiptap/react'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../lib/language.js'
import { Field } from '../../../ui/field.js'

const readable = /^(https?:\/\/|mailto:)\S+$/i

/** Where the selected words lead; empty takes the link away. */
export function LinkDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const texts = useTexts()
  const [href, setHref] = useState(() => String(editor.getAttributes('link').href ?? ''))
  const wanted = href.trim()
  const right = wanted === '' || readable.test(wanted)
  const done = (): void => {
    if (!right) return
    const chain = editor.chain().focus().extendMarkRange('link')
    if (wanted === '') chain.unsetMark('link').run()
    else chain.setMark('link', { href: wanted }).run()
    onClose()
  }
  return (
    <Modal
      open
      title={texts.article.linkTitle}
      okText={texts.confirm}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: !right }}
      onOk={done}
      onCancel={onClose}
    >
      <Field label={texts.article.linkTitle} error={right ? undefined : texts.article.badUrl}>
        {(wiring) => <Input {...wiring} autoFocus value={href} onChange={(event) => setHref(event.target.value)} onPressEnter={done} />}
      </Field>
    </Modal>
  )
}

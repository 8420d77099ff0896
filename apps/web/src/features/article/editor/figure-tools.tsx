import { type Editor, useEditorState } from '@tiptap/react'
import { Input } from 'antd'
import { useTexts } from '../../../lib/language.js'
import styles from './tool-bar.module.css'

/** What the picture with the cursor shows, for readers who cannot see it. */
export function FigureTools({ editor }: { readonly editor: Editor }) {
  const { article: texts } = useTexts()
  const alt = useEditorState({ editor, selector: ({ editor: at }) => String(at.getAttributes('figure').alt ?? '') })
  return (
    <Input
      size="small"
      className={styles.alt ?? ''}
      aria-label={texts.alt}
      placeholder={texts.alt}
      maxLength={1000}
      value={alt}
      onChange={(event) => editor.commands.updateAttributes('figure', { alt: event.target.value })}
    />
  )
}

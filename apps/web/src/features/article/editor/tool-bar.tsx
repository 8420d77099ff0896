import { type Editor, useEditorState } from '@tiptap/react'
import { Select } from 'antd'
import { useRef, useState } from 'react'
import { useTexts } from '../../../lib/language.js'
import { useSay } from '../../../ui/say.js'
import type { Notes } from '../notes.js'
import { convertSelected, currentChoice, insertNote, insertTable } from './block-commands.js'
import { type BlockChoice, blockChoices } from './convert-blocks.js'
import { FigureTools } from './figure-tools.js'
import { LinkDialog } from './link-dialog.js'
import { placePicture } from './pictures.js'
import { TableTools } from './table-tools.js'
import { Tool } from './tool.js'
import styles from './tool-bar.module.css'

interface ToolBarProps {
  readonly editor: Editor
  readonly publication: string
  readonly notes: Notes
  readonly setNotes: (notes: Notes) => void
}

const marks = ['bold', 'kai', 'italic', 'underline', 'sup', 'sub'] as const

/** What can be done with the block and the words under the cursor. */
export function ToolBar({ editor, publication, notes, setNotes }: ToolBarProps) {
  const { article: texts } = useTexts()
  const say = useSay()
  const picture = useRef<HTMLInputElement>(null)
  const [linking, setLinking] = useState(false)
  const now = useEditorState({
    editor,
    selector: ({ editor: at }) => ({
      choice: currentChoice(at),
      marks: marks.filter((mark) => at.isActive(mark)),
      link: at.isActive('link'),
      words: !at.state.selection.empty,
      inTable: at.isActive('table'),
      inFigure: at.isActive('figure'),
      undo: at.can().undo(),
      redo: at.can().redo(),
    }),
  })
  const addNote = (): void => {
    const key = insertNote(editor, Object.keys(notes))
    setNotes({ ...notes, [key]: [] })
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={texts.tools}>
      <Select
        size="small"
        className={styles.kinds ?? ''}
        aria-label={texts.kind}
        value={now.choice ?? null}
        disabled={now.choice === undefined}
        options={blockChoices.map((choice) => ({ value: choice, label: texts.kinds[choice] }))}
        onChange={(choice: BlockChoice | null) => choice !== null && convertSelected(editor, choice)}
        popupMatchSelectWidth={false}
      />
      {marks.map((mark) => (
        <Tool
          key={mark}
          label={texts[mark].short}
          title={texts[mark].long}
          pressed={now.marks.includes(mark)}
          onPress={() => editor.chain().focus().toggleMark(mark).run()}
        />
      ))}
      <Tool
        label={texts.link.short}
        title={texts.link.long}
        pressed={now.link}
        disabled={!now.words && !now.link}
        onPress={() => setLinking(true)}
      />
      <Tool label={texts.addNote} onPress={addNote} />
      <Tool label={texts.addTable} disabled={now.inTable} onPress={() => insertTable(editor)} />
      <Tool label={texts.addPicture} onPress={() => picture.current?.click()} />
      <Tool label={texts.addSeparator} onPress={() => editor.chain().focus().insertContent({ type: 'separator' }).run()} />
      <Tool label={texts.undo} disabled={!now.undo} onPress={() => editor.chain().focus().undo().run()} />
      <Tool label={texts.redo} disabled={!now.redo} onPress={() => editor.chain().focus().redo().run()} />
      {now.inTable && <TableTools editor={editor} />}
      {now.inFigure && <FigureTools editor={editor} />}
      <input
        ref={picture}
        type="file"
        hidden
        aria-label={texts.addPicture}
        accept="image/png,image/jpeg"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void placePicture(editor, publication, file).catch(say.problem)
        }}
      />
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  )
}

import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, mergeCells, splitCell } from '@tiptap/pm/tables'
import { type Editor, useEditorState } from '@tiptap/react'
import { useTexts } from '../../../lib/language.js'
import { setHeaderRows } from './block-commands.js'
import { Tool } from './tool.js'
import styles from './tool-bar.module.css'

const MOST_HEADER_ROWS = 3

/** Rows, columns, cells and head of the table with the cursor. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  const { article: texts } = useTexts()
  const head = useEditorState({ editor, selector: ({ editor: at }) => Number(at.getAttributes('table').headerRows ?? 0) })
  const run = (command: typeof addRowAfter) => (): void => {
    command(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  return (
    <span className={styles.group}>
      <Tool label={texts.rowAfter} onPress={run(addRowAfter)} />
      <Tool label={texts.columnAfter} onPress={run(addColumnAfter)} />
      <Tool label={texts.dropRow} onPress={run(deleteRow)} />
      <Tool label={texts.dropColumn} onPress={run(deleteColumn)} />
      <Tool label={texts.mergeCells} onPress={run(mergeCells)} />
      <Tool label={texts.splitCell} onPress={run(splitCell)} />
      <Tool label={texts.headerRows(head)} onPress={() => setHeaderRows(editor, (head + 1) % (MOST_HEADER_ROWS + 1))} />
      <Tool label={texts.dropTable} onPress={() => editor.chain().focus().deleteNode('table').run()} />
    </span>
  )
}

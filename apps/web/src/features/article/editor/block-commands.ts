import { Fragment } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { type BlockChoice, choiceOf, convertBlocks } from './convert-blocks.js'

/** What the block with the cursor is, among the choices of the tool bar. */
export function currentChoice(editor: Editor): BlockChoice | undefined {
  const { $from } = editor.state.selection
  const top = $from.depth === 0 ? $from.nodeAfter : $from.node(1)
  return top === null || top === undefined ? undefined : choiceOf({ type: top.type.name, level: top.attrs.level as number | undefined })
}

/** Makes every block the selection touches into the chosen kind. */
export function convertSelected(editor: Editor, choice: BlockChoice): void {
  const { state, view } = editor
  const { $from, $to } = state.selection
  const [first, last] = [$from.index(0), $to.index(0)]
  const nodes = Array.from({ length: last - first + 1 }, (_, at) => state.doc.child(first + at).toJSON())
  const from = $from.posAtIndex(first, 0)
  const to = $to.posAtIndex(last + 1, 0)
  const made = Fragment.from(convertBlocks(nodes, choice).map((node) => state.schema.nodeFromJSON(node)))
  const tr = state.tr.replaceWith(from, to, made)
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1))).scrollIntoView())
  view.focus()
}

const cell = { type: 'tableCell' }
const row = { type: 'tableRow', content: [cell, cell, cell] }

/** A table of three by three with a head row. */
export const insertTable = (editor: Editor): void => {
  editor
    .chain()
    .focus()
    .insertContent({ type: 'table', attrs: { headerRows: 1 }, content: [{ type: 'tableGrid', content: [row, row, row] }] })
    .run()
}

/** How many head rows the table with the cursor repeats on every page. */
export function setHeaderRows(editor: Editor, rows: number): void {
  const { $from } = editor.state.selection
  if ($from.depth === 0 || $from.node(1).type.name !== 'table') return
  editor.view.dispatch(editor.state.tr.setNodeAttribute($from.before(1), 'headerRows', rows))
}

/** A footnote mark behind the selection, under the next free number. */
export function insertNote(editor: Editor, taken: readonly string[]): string {
  const numbers = taken.map(Number).filter(Number.isFinite)
  const key = String(Math.max(0, ...numbers) + 1)
  editor.chain().focus().insertContentAt(editor.state.selection.to, { type: 'noteRef', attrs: { key } }).run()
  return key
}

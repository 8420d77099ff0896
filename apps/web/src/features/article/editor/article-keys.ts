import { TextSelection } from '@tiptap/pm/state'
import { goToNextCell } from '@tiptap/pm/tables'
import { type Editor, Extension } from '@tiptap/react'

const parted: ReadonlySet<string> = new Set(['signature', 'annexStart', 'turn', 'list', 'table', 'figure'])

/** What Enter and Backspace do inside blocks that have parts: on to the next part, and out of the block at its end. */
export const ArticleKeys = Extension.create({
  name: 'articleKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      Enter: () => onward(this.editor),
      'Shift-Enter': () => onward(this.editor) || this.editor.commands.splitBlock(),
      'Mod-Enter': () => leave(this.editor),
    }
  },
})

function onward(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  const top = $from.node(1)
  if (!empty || top === undefined || !parted.has(top.type.name)) return false
  const part = $from.parent
  if (part.type.name === 'tableCell') return goToNextCell(1)(editor.state, editor.view.dispatch) || true
  const last = $from.depth === 1 || $from.index(1) === top.childCount - 1
  if (part.type.name === 'figure') return leave(editor)
  if (repeats(part.type.name)) return last && part.content.size === 0 ? leaveWithout(editor) : false
  return last ? leave(editor) : toNextPart(editor)
}

/** Parts of which a block may have several: Enter makes another one. */
const repeats = (name: string): boolean => name === 'organ' || name === 'turnParagraph' || name === 'listItem'

function toNextPart(editor: Editor): boolean {
  const { state, view } = editor
  const next = TextSelection.findFrom(state.doc.resolve(state.selection.$from.after()), 1, true)
  if (next === null) return false
  view.dispatch(state.tr.setSelection(next).scrollIntoView())
  return true
}

/** A new paragraph behind the whole block. */
function leave(editor: Editor): boolean {
  const { state, view } = editor
  const paragraph = state.schema.nodes.paragraph?.create()
  if (paragraph === undefined || state.selection.$from.depth === 0) return false
  const after = state.selection.$from.after(1)
  const tr = state.tr.insert(after, paragraph)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

/** Out of the block, taking back the empty part one stood in; a block of nothing else becomes a paragraph. */
function leaveWithout(editor: Editor): boolean {
  const { state, view } = editor
  const { $from } = state.selection
  const top = $from.node(1)
  const paragraph = state.schema.nodes.paragraph?.create()
  if (paragraph === undefined) return false
  const alone = top.textContent === ''
  const [from, to] = alone ? [$from.before(1), $from.after(1)] : [$from.before(), $from.after()]
  const tr = alone ? state.tr.replaceWith(from, to, paragraph) : state.tr.delete(from, to)
  const at = alone ? from : tr.mapping.map($from.after(1))
  if (!alone) tr.insert(at, paragraph)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

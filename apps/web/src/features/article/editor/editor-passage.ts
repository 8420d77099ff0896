import { type Editor, useEditorState } from '@tiptap/react'
import type { ChosenPassage } from '../../../ui/comments/passage.js'
import { keptBlocks, offsetIn, rangeIn } from './text-map.js'

/** The words chosen in the editor, as places of the saved version; only true while nothing is unsaved. A choice over several blocks ends with the first. */
export function useEditorPassage(editor: Editor | null): ChosenPassage | null {
  return (
    useEditorState({
      editor,
      selector: ({ editor: now }) => (now === null ? null : passageOf(now)),
      equalityFn: (before, after) => before?.block === after?.block && before?.from === after?.from && before?.to === after?.to,
    }) ?? null
  )
}

function passageOf(editor: Editor): ChosenPassage | null {
  const { from, to, empty } = editor.state.selection
  if (empty) return null
  const blocks = keptBlocks(editor.state.doc)
  const block = blocks.findIndex(({ node, at }) => from > at && from < at + node.nodeSize)
  const held = blocks[block]
  if (held === undefined) return null
  const end = Math.min(to, held.at + held.node.nodeSize - 1)
  const starts = offsetIn(held.node, held.at, from)
  const ends = offsetIn(held.node, held.at, end)
  if (starts === undefined || ends === undefined || ends <= starts) return null
  return { block, field: null, from: starts, to: ends, quote: editor.state.doc.textBetween(from, end, ' ') }
}

/** Brings words of the saved version into view and chooses them. */
export function showPassage(
  editor: Editor,
  { block, from, to }: { readonly block: number | null; readonly from: number; readonly to: number },
): void {
  const held = block === null ? undefined : keptBlocks(editor.state.doc)[block]
  const range = held === undefined ? undefined : rangeIn(held.node, held.at, from, to)
  if (range === undefined) return
  editor.chain().focus().setTextSelection(range).scrollIntoView().run()
}

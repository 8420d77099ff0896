import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { TidyChange } from '#lib/editorial'
import { docOf } from '../editor/content-to-doc.js'
import { keptBlocks } from '../editor/text-map.js'

interface Edit {
  readonly from: number
  readonly to: number
  readonly becomes: Node | null
}

/** Puts the chosen changes into the sheet as one step for undo; paragraphs nobody touched keep their place, their marks and the cursor. */
export function putTidied(state: EditorState, changes: readonly TidyChange[]): Transaction {
  const kept = keptBlocks(state.doc)
  const edits = changes.flatMap((change) => editsOf(change, kept, state))
  const tr = closeHistory(state.tr)
  for (const { from, to, becomes } of edits.sort((one, other) => other.from - one.from)) {
    if (becomes !== null) tr.replaceWith(from, to, becomes)
    else if (tr.doc.childCount > 1) tr.delete(from, to)
    else tr.replaceWith(from, to, state.schema.nodeFromJSON({ type: 'paragraph' }))
  }
  return tr
}

/** The first block of a change becomes what they are together; the others go. */
function editsOf({ places, becomes }: TidyChange, kept: readonly { node: Node; at: number }[], { schema }: EditorState): Edit[] {
  const [made] = becomes === null ? [] : (docOf([becomes]).content ?? [])
  return places.flatMap((place, index) => {
    const block = kept[place]
    if (block === undefined) return []
    const node = index === 0 && made !== undefined ? schema.nodeFromJSON(made) : null
    return [{ from: block.at, to: block.at + block.node.nodeSize, becomes: node }]
  })
}

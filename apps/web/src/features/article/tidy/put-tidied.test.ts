import { history, undo } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import { getSchema } from '@tiptap/react'
import { describe, expect, it } from 'vitest'
import { type Block, blockText, type TidyChange } from '#lib/editorial'
import { docOf } from '../editor/content-to-doc.js'
import { blocksOf } from '../editor/doc-to-content.js'
import { editorExtensions } from '../editor/editor-extensions.js'
import { putTidied } from './put-tidied.js'

const schema = getSchema(editorExtensions('p'))
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: text === '' ? [] : [{ text }] })
const sheet = (...lines: string[]): EditorState =>
  EditorState.create({ schema, doc: schema.nodeFromJSON(docOf(lines.map(paragraph))), plugins: [history()] })
const lines = (state: EditorState): string[] => blocksOf(state.doc.toJSON()).map(blockText)
const change = (places: number[], becomes: string | null): TidyChange => ({
  kinds: [],
  places,
  before: '',
  after: becomes ?? '',
  becomes: becomes === null ? null : paragraph(becomes),
})

describe('changes put into the sheet', () => {
  // The empty line counts for nothing: it is not in the body that was sent.
  const before = sheet('各校要加强管理,', '', '注意安全。', '责任编辑：叶疏桐', '末段。')
  const joined = change([0, 1], '各校要加强管理，注意安全。')
  const gone = change([2], null)

  it('all of them', () => expect(lines(before.apply(putTidied(before, [joined, gone])))).toEqual(['各校要加强管理，注意安全。', '末段。']))

  it('only those that were not taken back', () => {
    expect(lines(before.apply(putTidied(before, [joined])))).toEqual(['各校要加强管理，注意安全。', '责任编辑：叶疏桐', '末段。'])
    expect(lines(before.apply(putTidied(before, [gone])))).toEqual(['各校要加强管理,', '注意安全。', '末段。'])
  })

  it('are one step for undo', () => {
    let after = before.apply(putTidied(before, [joined, gone]))
    undo(after, (tr) => {
      after = after.apply(tr)
    })
    expect(after.doc.eq(before.doc)).toBe(true)
  })

  it('may leave nothing', () => {
    const only = sheet('责任编辑：叶疏桐')
    const after = only.apply(putTidied(only, [change([0], null)]))
    after.doc.check()
    expect(lines(after)).toEqual([])
  })
})

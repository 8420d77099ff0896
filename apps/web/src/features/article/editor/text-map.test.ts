import { getSchema } from '@tiptap/react'
import { describe, expect, it } from 'vitest'
import { type Block, blockText } from '#lib/editorial'
import { docOf } from './content-to-doc.js'
import { editorExtensions } from './editor-extensions.js'
import { keptBlocks, rangeIn } from './text-map.js'

const schema = getSchema(editorExtensions('p'))

/** What stands in the document where a word stands in the block's text. */
function found(block: Block, word: string): string | undefined {
  const doc = schema.nodeFromJSON(docOf([{ kind: 'separator' }, block]))
  const text = blockText(block)
  const from = text.indexOf(word)
  const { node, at } = keptBlocks(doc)[1] ?? { node: doc, at: 0 }
  const range = rangeIn(node, at, from, from + word.length)
  return range && doc.textBetween(range.from, range.to)
}

describe('finding a place of a block in the document', () => {
  it('finds it behind a note mark and over the border of runs', () => {
    const block: Block = { kind: 'paragraph', runs: [{ text: '各校', note: '1' }, { text: '要高度', bold: true }, { text: '重视。' }] }
    expect(found(block, '高度重')).toBe('高度重')
    expect(found(block, '要')).toBe('要')
    expect(found(block, '各校')).toBe('各校')
  })
  it('finds the second organ and the date of a signature', () => {
    const block: Block = { kind: 'signature', organs: ['江州省教育厅', '江州省财政厅'], date: '2025年3月' }
    expect(found(block, '财政厅')).toBe('财政厅')
    expect(found(block, '3月')).toBe('3月')
  })
  it('finds words of a list, not its labels', () => {
    const block: Block = {
      kind: 'list',
      items: [
        { label: '1．', level: 0, runs: [{ text: '统筹' }] },
        { label: '2．', level: 0, runs: [{ text: '协同' }] },
      ],
    }
    expect(found(block, '协同')).toBe('协同')
    expect(found(block, '2．')).toBeUndefined()
  })
  it('finds a cell, with and without a caption before it', () => {
    const table = (caption: string | null): Block => ({
      kind: 'table',
      caption,
      headerRows: 1,
      rows: [
        [{ runs: [{ text: '学校' }] }, { runs: [{ text: '机时' }] }],
        [{ runs: [{ text: '云岭' }] }, { runs: [] }],
      ],
      note: '来源：省厅',
    })
    expect(found(table('表1'), '云岭')).toBe('云岭')
    expect(found(table(null), '机时')).toBe('机时')
    expect(found(table(null), '省厅')).toBe('省厅')
  })
  it('finds words of a turn', () =>
    expect(found({ kind: 'turn', speaker: '记者', role: 'question', paragraphs: [[{ text: '怎样分类？' }]] }, '分类')).toBe('分类'))
})

it('counts only blocks that are kept', () => {
  const doc = schema.nodeFromJSON({
    type: 'doc',
    content: [{ type: 'paragraph' }, { type: 'paragraph', content: [{ type: 'text', text: '甲' }] }],
  })
  expect(keptBlocks(doc).map(({ at }) => at)).toEqual([2])
})

import { describe, expect, it } from 'vitest'
import type { Block } from '#lib/editorial'
import { docOf } from './content-to-doc.js'
import { type BlockChoice, convertBlocks } from './convert-blocks.js'
import { blocksOf } from './doc-to-content.js'

const paragraphs = (...lines: string[]): Block[] => lines.map((text) => ({ kind: 'paragraph', runs: [{ text }] }))

const converted = (blocks: readonly Block[], choice: BlockChoice): Block[] =>
  blocksOf({ type: 'doc', content: convertBlocks(docOf(blocks).content ?? [], choice) })

describe('making lines into another kind of block', () => {
  it('makes a heading of its level', () =>
    expect(converted(paragraphs('（一）总体要求'), 'heading2')).toEqual([
      { kind: 'heading', level: 2, runs: [{ text: '（一）总体要求' }] },
    ]))
  it('finds the date of a signature', () =>
    expect(converted(paragraphs('江州省教育厅', '江州省财政厅', '2025年3月18日'), 'signature')).toEqual([
      { kind: 'signature', organs: ['江州省教育厅', '江州省财政厅'], date: '2025年3月18日' },
    ]))
  it('finds who speaks, and keeps what they go on saying', () =>
    expect(converted(paragraphs('记者：怎样分类？', '苏见山：分类不是分等。', '要看目标。'), 'turn')).toEqual([
      { kind: 'turn', speaker: '记者', role: 'question', paragraphs: [[{ text: '怎样分类？' }]] },
      { kind: 'turn', speaker: '苏见山', role: 'answer', paragraphs: [[{ text: '分类不是分等。' }], [{ text: '要看目标。' }]] },
    ]))
  it('finds labels of a list', () =>
    expect(converted(paragraphs('1．统筹规划', '2．分步实施'), 'list')).toEqual([
      {
        kind: 'list',
        items: [
          { label: '1．', level: 0, runs: [{ text: '统筹规划' }] },
          { label: '2．', level: 0, runs: [{ text: '分步实施' }] },
        ],
      },
    ]))
  it('parts an annex from its title', () =>
    expect(converted(paragraphs('附件1：任务分工表'), 'annexStart')).toEqual([{ kind: 'annexStart', label: '附件1', title: '任务分工表' }]))
  it.each<[BlockChoice, string[]]>([
    ['signature', ['江州省教育厅', '2025年3月']],
    ['turn', ['记者：怎样分类？', '要看目标。']],
    ['list', ['（1）统筹', '（2）协同']],
  ])('comes back from %s to the same lines', (choice, lines) =>
    expect(
      converted(converted(paragraphs(...lines), choice), 'paragraph').map((one) =>
        'runs' in one ? one.runs.map((run) => run.text).join('') : '',
      ),
    ).toEqual(lines),
  )
  it('leaves a separator between lines where it is', () =>
    expect(converted([...paragraphs('甲'), { kind: 'separator' }, ...paragraphs('乙')], 'quote').map((one) => one.kind)).toEqual([
      'quote',
      'separator',
      'quote',
    ]))
})

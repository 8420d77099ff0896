import { describe, expect, it } from 'vitest'
import { blockText, bodyText, countCharacters } from './block-text.js'
import { type Block, EMPTY_ARTICLE } from './manuscript.js'

const runs = (text: string) => [{ text }]

describe('the text of a block', () => {
  const blocks: [string, Block, string][] = [
    ['a paragraph', { kind: 'paragraph', runs: [{ text: '江州' }, { text: '大学', bold: true }] }, '江州大学'],
    [
      'a signature',
      { kind: 'signature', organs: ['江州省教育厅', '江州省财政厅'], date: '2025年3月6日' },
      '江州省教育厅\n江州省财政厅\n2025年3月6日',
    ],
    ['a turn', { kind: 'turn', speaker: '答：', role: 'answer', paragraphs: [runs('一是。'), runs('二是。')] }, '答：\n一是。\n二是。'],
    [
      'a list',
      {
        kind: 'list',
        items: [
          { label: '1．', level: 0, runs: runs('甲') },
          { label: '2．', level: 0, runs: runs('乙') },
        ],
      },
      '1．甲\n2．乙',
    ],
    [
      'a table',
      { kind: 'table', caption: '表 1', headerRows: 1, rows: [[{ runs: runs('年份') }], [{ runs: runs('2024') }]], note: '注' },
      '表 1\n年份\n2024\n注',
    ],
    ['an annex', { kind: 'annexStart', label: '附件1', title: '指标' }, '附件1\n指标'],
  ]
  it.each(blocks)('%s', (_, block, text) => expect(blockText(block)).toBe(text))

  it('footnotes come last, by their keys', () => {
    const notes = { 2: runs('后'), 1: runs('先') }
    expect(
      bodyText({
        ...EMPTY_ARTICLE,
        blocks: [{ kind: 'paragraph', runs: runs('文') }],
        notes,
      }),
    ).toBe('文\n先\n后')
  })
})

describe('字数 as Word counts it', () => {
  it.each([
    ['江州大学', 4],
    ['2024年，GDP增长5.2%。', 8],
    ['——“引号”……', 8],
    ['two words', 2],
    ['𠮷野', 2],
    ['', 0],
    [' \n\t', 0],
  ])('%s has %i', (text, count) => expect(countCharacters(text)).toBe(count))
})

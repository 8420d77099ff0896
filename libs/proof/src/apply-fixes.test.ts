import { describe, expect, it } from 'vitest'
import { type ArticleContent, type Block, blockText, EMPTY_ARTICLE } from '#lib/editorial'
import { applyFixes } from './apply-fixes.js'
import { proofread } from './proofread.js'

const article = (...blocks: Block[]): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title: '题目',
  source: '江州日报',
  sourceDate: '2025-03-01',
  blocks,
})
const text = (value: string) => [{ text: value }]

/** Every block as text after all suggestions were taken. */
const fixed = (...blocks: Block[]): string[] => {
  const content = article(...blocks)
  return applyFixes(content, proofread(content)).content.blocks.map(blockText)
}

describe('suggestions are put into', () => {
  it('paragraphs, several at once, from the end', () => {
    expect(fixed({ kind: 'paragraph', runs: text('推进改革，，促进发展,完善制度(试行)。') })).toEqual([
      '推进改革，促进发展，完善制度（试行）。',
    ])
  })

  it('runs, without losing their looks', () => {
    const content = article({ kind: 'paragraph', runs: [{ text: '要' }, { text: '抓好落', bold: true }, { text: '实实。' }] })
    expect(applyFixes(content, proofread(content)).content.blocks[0]).toEqual({
      kind: 'paragraph',
      runs: [{ text: '要' }, { text: '抓好落', bold: true }, { text: '实。' }],
    })
  })

  it('turns, lists, tables, captions and signatures', () => {
    const cell = (value: string) => ({ runs: text(value) })
    expect(
      fixed(
        { kind: 'turn', speaker: '记者', role: 'question', paragraphs: [text('第一段。'), text('怎么办,请问？')] },
        {
          kind: 'list',
          items: [
            { label: '•', level: 0, runs: text('甲') },
            { label: '•', level: 0, runs: text('乙,丙') },
          ],
        },
        { kind: 'table', caption: '表1 情况(一)', headerRows: 1, rows: [[cell('年份'), cell('中小學')]], note: '注:暂定。' },
        { kind: 'annexStart', label: '附件1', title: '分工表(试行)' },
      ),
    ).toEqual(['记者\n第一段。\n怎么办，请问？', '•甲\n•乙，丙', '表1 情况（一）\n年份\n中小学\n注：暂定。', '附件1\n分工表（试行）'])
  })

  it('the title', () => {
    const content = { ...article(), title: '印发《方案》》的通知' }
    expect(applyFixes(content, proofread(content)).content.title).toBe('印发《方案》的通知')
  })
})

it('leaves alone what no longer stands there, and what has no suggestion', () => {
  const content = article({ kind: 'paragraph', runs: text('推进改革，，促进发展。') })
  const findings = proofread(content)
  const other = article({ kind: 'paragraph', runs: text('全部改写过了，已经没有错。') })
  expect(applyFixes(other, findings)).toEqual({ content: other, applied: [] })
})

it('what is fixed is not found again', () => {
  const content = article({ kind: 'paragraph', runs: text('坚持"四个面向"，到２０３５年,建成中小學共享体系。。') })
  expect(proofread(applyFixes(content, proofread(content)).content)).toEqual([])
})

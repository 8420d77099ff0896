import { getSchema } from '@tiptap/react'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Run } from '#lib/editorial'
import { docOf } from './content-to-doc.js'
import { blocksOf } from './doc-to-content.js'
import { editorExtensions } from './editor-extensions.js'

const schema = getSchema(editorExtensions('p'))

/** Through the editor and back: what it holds must be a valid body of its own rules. */
function through(blocks: readonly Block[]): Block[] {
  const doc = schema.nodeFromJSON(docOf(blocks))
  doc.check()
  return blocksOf(doc.toJSON())
}

const image = { sha256: 'a'.repeat(64), mediaType: 'image/png', width: 800, height: 600 } as const
const r = (text: string, more: Partial<Run> = {}): Run => ({ text, ...more })

const everyKind: readonly Block[] = [
  { kind: 'documentNumber', text: '江教办〔2025〕3号' },
  { kind: 'addressee', runs: [r('各高等学校：')] },
  { kind: 'heading', level: 1, runs: [r('一、总体要求')] },
  { kind: 'heading', level: 4, runs: [r('（1）'), r('目标', { bold: true })] },
  { kind: 'paragraph', runs: [r('到2027年，'), r('H', { italic: true }), r('2', { position: 'sub' }), r('见注', { note: '1' }), r('。')] },
  { kind: 'paragraph', runs: [r('江州教育', { link: 'https://jiangzhou.example/a' }), r('发布', { kai: true, underline: true })] },
  { kind: 'quote', runs: [r('问题从来不按照学科的边界出现。')] },
  { kind: 'turn', speaker: '记者', role: 'question', paragraphs: [[r('怎样分类？')], [r('标准由谁来定？')]] },
  {
    kind: 'list',
    items: [
      { label: '——', level: 0, runs: [r('统筹')] },
      { label: '•', level: 1, runs: [r('协同')] },
    ],
  },
  {
    kind: 'table',
    caption: '表1 有效机时',
    headerRows: 1,
    rows: [
      [
        { runs: [r('学校')], colSpan: 2 },
        { runs: [r('机时')], align: 'right' },
      ],
      [{ runs: [r('云岭大学')] }, { runs: [r('甲')] }, { runs: [r('1,200')] }],
    ],
    note: '数据来源：省教育厅',
  },
  { kind: 'figure', image, caption: '图1 走势', alt: '折线逐年上升' },
  { kind: 'linkLine', url: 'https://jiangzhou.example/full' },
  { kind: 'separator' },
  { kind: 'letterHeading', text: '回 信' },
  { kind: 'signature', organs: ['江州省教育厅', '江州省财政厅'], date: '2025年3月18日' },
  { kind: 'annexStart', label: '附件1', title: '任务分工' },
  { kind: 'attribution', text: '（摘自：江州教育网站 2025-03-18）' },
  { kind: 'authorNote', runs: [r('（作者系江州大学教授）')] },
]

describe('a body through the editor and back', () => {
  it.each(everyKind.map((block) => [block.kind, block] as const))('keeps %s as it is', (_, block) =>
    expect(through([block])).toEqual([block]),
  )
  it('keeps them all in order', () => expect(through(everyKind)).toEqual(everyKind))
  it('drops what says nothing', () =>
    expect(
      through([
        { kind: 'paragraph', runs: [] },
        { kind: 'paragraph', runs: [r('　')] },
        { kind: 'attribution', text: ' ' },
      ]),
    ).toEqual([]))
  it('keeps a note mark without words of its own', () => {
    const block: Block = { kind: 'paragraph', runs: [r('', { note: '1' }), r('后文')] }
    expect(through([block])).toEqual([block])
  })
})

it('loses nothing of any text in any emphasis', () => {
  const run = fc
    .record({
      text: fc.string({ minLength: 1, maxLength: 8 }).map((text) => `字${text.replace(/\s/g, '·')}`),
      bold: fc.boolean(),
      italic: fc.boolean(),
      kai: fc.boolean(),
      position: fc.constantFrom<'sup' | 'sub' | undefined>('sup', 'sub', undefined),
      note: fc.constantFrom<string | undefined>('1', '2', undefined),
    })
    .map(
      ({ text, bold, italic, kai, position, note }): Run => ({
        text,
        ...(bold ? { bold } : {}),
        ...(italic ? { italic } : {}),
        ...(kai ? { kai } : {}),
        ...(position === undefined ? {} : { position }),
        ...(note === undefined ? {} : { note }),
      }),
    )
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), (runs) => {
      const [back] = through([{ kind: 'paragraph', runs }])
      expect(back).toEqual({ kind: 'paragraph', runs: merged(runs) })
    }),
  )
})

/** Neighbours in the same emphasis are one run, as in any text. */
function merged(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    const { text: _, note: __, ...mine } = run
    const { text = '', note, ...theirs } = last ?? {}
    if (last !== undefined && note === undefined && JSON.stringify(mine) === JSON.stringify(theirs))
      out[out.length - 1] = { ...run, text: text + run.text }
    else out.push(run)
  }
  return out
}

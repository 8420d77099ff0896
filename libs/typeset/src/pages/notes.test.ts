import { describe, expect, it } from 'vitest'
import { type Layout, layOut } from '#lib/typeset'
import { tinyFaces } from '../../testing/tiny-faces.js'
import { article, flat, han, p, tinyTemplate } from '../../testing/tiny-issue.js'

const faces = tinyFaces('hei', 'kai', 'title')
const noted = (before: number, note: string) => ({ kind: 'paragraph' as const, runs: [{ text: han(before), note }, { text: han(20) }] })
const set = (blocks: Parameters<typeof article>[1], notes: Record<string, string>): Layout => {
  const runs = Object.fromEntries(Object.entries(notes).map(([key, text]) => [key, [{ text }]]))
  return layOut(flat(article('题', blocks, { notes: runs })), tinyTemplate(), faces)
}
const pageOf = (layout: Layout, block: string): number[] =>
  layout.pages.filter((page) => page.lines.some((line) => line.block === block)).map((page) => page.number)

describe('notes', () => {
  it('stand on the page of their mark, at its foot, under a rule', () => {
    const layout = set([p(40), noted(30, 'a'), p(100)], { a: '注文在此' })
    const mark = layout.pages.find((page) => page.lines.some((line) => line.runs.some((run) => run.rise > 0)))
    expect(pageOf(layout, 'a001-n001')).toEqual([mark?.number])
    const note = mark?.lines.find((line) => line.block === 'a001-n001')
    expect(note?.y).toBeGreaterThan(Math.max(...(mark?.lines.filter((line) => line !== note).map((line) => line.y) ?? [])))
    expect(mark?.art.filter((one) => one.kind === 'rule')).toHaveLength(1)
  })

  it('are numbered ①② in the order of their marks, and say so at their head', () => {
    const layout = set([noted(5, 'z'), noted(5, 'a')], { a: '后', z: '先' })
    const notes = layout.flow.flatMap((block) => (block.kind === 'text' && block.role === 'footnote' ? [block.text] : []))
    expect(notes).toEqual(['①先', '②后'])
  })

  it('a note as long as pages is carried over, to its last character', () => {
    const layout = set([noted(20, 'a'), p(60)], { a: han(400) })
    expect(pageOf(layout, 'a001-n001').length).toBeGreaterThan(1)
  })

  it('a note marked twice stands once', () => {
    const layout = set([noted(5, 'a'), noted(5, 'a')], { a: '一次' })
    expect(pageOf(layout, 'a001-n001')).toHaveLength(1)
  })

  it('text never runs into the notes', () => {
    const layout = set([noted(20, 'a'), noted(20, 'b'), noted(40, 'c'), p(60)], { a: han(20), b: han(30), c: han(60) })
    for (const page of layout.pages) {
      const notes = page.lines.filter((line) => line.block.includes('-n'))
      const text = page.lines.filter((line) => !line.block.includes('-n'))
      if (notes.length > 0 && text.length > 0)
        expect(Math.min(...notes.map((line) => line.y)) - Math.max(...text.map((line) => line.y))).toBeGreaterThan(20)
    }
  })
})

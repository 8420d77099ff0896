import { describe, expect, it } from 'vitest'
import { type Layout, layOut } from '#lib/typeset'
import { lineCounts } from '../../testing/page-picture.js'
import { tinyFaces } from '../../testing/tiny-faces.js'
import { article, cell, flat, h, p, table, tinyTemplate } from '../../testing/tiny-issue.js'

const faces = tinyFaces('hei', 'kai', 'title')
const set = (...blocks: Parameters<typeof article>[1]): Layout => layOut(flat(article('题', blocks)), tinyTemplate(), faces)

/** A paragraph of so many lines with a two-character indent on a ten-character line. */
const lines = (count: number) => p(count * 10 - 5)

/** Lines of lead of the block under the title. */
const leadOf = (layout: Layout): number => layout.flow[1]?.lead ?? -1
const warned = (layout: Layout): string[] =>
  layout.warnings.filter(({ code }) => code === 'typeset/page-count-doubtful').map(({ params }) => String(params?.article))

describe('an article whose last page', () => {
  it('has lines to spare keeps its head as it is', () => {
    const layout = set(lines(12))
    expect(leadOf(layout)).toBe(0)
    expect(lineCounts(layout)).toEqual([8, 5])
  })

  it('is nearly full gets lead under its title, and goes on to another page', () => {
    const layout = set(lines(15))
    expect(leadOf(layout)).toBe(3)
    expect(lineCounts(layout)).toEqual([5, 8, 3])
  })

  it('would hold a line or two gets lead until it holds three', () => {
    const layout = set(lines(16))
    expect(leadOf(layout)).toBe(2)
    expect(lineCounts(layout)).toEqual([6, 8, 3])
  })
})

describe('lead', () => {
  it('stands above a table too', () => {
    const layout = set(table([[cell('年')], [cell('一')]]), lines(13))
    expect(leadOf(layout)).toBeGreaterThan(0)
    const [first] = layout.pages
    expect((first?.lines[1]?.y ?? 0) - (first?.lines[0]?.y ?? 0)).toBeGreaterThan(30)
  })

  it('is not sought where an article has nothing but its title', () => {
    expect(layOut(flat(article('题', [])), tinyTemplate(), faces).pages).toHaveLength(1)
  })
})

describe('an editor is told', () => {
  it('nothing where all agree', () => {
    expect(warned(set(lines(14)))).toEqual([])
  })

  it('which article has other pages in Word, whatever its lead', () => {
    const squeezed = p('“甲”，“乙”。'.repeat(60))
    expect(warned(set(h(1, '一、'), squeezed))).toEqual(['题'])
  })
})

describe('where articles follow each other on one page', () => {
  const flowing = tinyTemplate({ articles: { ...JSON.parse(JSON.stringify(tinyTemplate().articles)), startOn: 'flow' } })
  const two = (first: number): Layout => layOut(flat(article('甲', [lines(first)]), article('乙', [lines(3)])), flowing, faces)
  const breakOf = (layout: Layout): string | undefined => layout.flow.find((block) => block.id === 'a002-title')?.breakBefore

  it('one that begins well inside a page stays there', () => {
    expect(breakOf(two(2))).toBe('none')
    expect(lineCounts(two(2))).toEqual([7])
  })

  it('one that stands at the head of a page by itself begins one for good', () => {
    expect(breakOf(two(5))).toBe('page')
    expect(two(5).pages).toHaveLength(2)
  })

  it('lead stands between them, not under a title in the middle of a page', () => {
    const layout = layOut(flat(article('甲', [lines(2)]), article('乙', [lines(12)])), flowing, faces)
    const leads = new Map(layout.flow.map(({ id, lead }) => [id, lead]))
    expect([leads.get('a002-title'), leads.get('a002-0001')]).toEqual([2, 0])
  })
})

import { describe, expect, it } from 'vitest'
import { layOut, type TableBlock } from '#lib/typeset'
import { tinyFaces } from '../../testing/tiny-faces.js'
import { article, cell, flat, han, p, table, tinyTemplate } from '../../testing/tiny-issue.js'
import { shareWidth } from './measure-table.js'

const faces = tinyFaces('hei', 'kai', 'title')
const set = (...blocks: Parameters<typeof article>[1]) => layOut(flat(article('题', blocks)), tinyTemplate(), faces)
const rows = (count: number) => [
  [cell('年份'), cell('人数')],
  ...Array.from({ length: count }, (_, index) => [cell(String(2001 + index)), cell(String(index * 111))]),
]

describe('columns', () => {
  it('fill the measure', () => {
    const layout = set(table(rows(2)))
    const block = layout.flow.find((one): one is TableBlock => one.kind === 'table')
    expect(block?.columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(160)
  })

  it.each([
    ['wishes are met and the rest shared by them', [10, 10], [20, 30], 100, [40, 60]],
    ['a small wish is met before a great one', [10, 10], [20, 400], 100, [20, 80]],
    ['nobody gets less than must be', [10, 70], [100, 90], 100, [30, 70]],
    ['what cannot fit is shared by need', [100, 300], [100, 300], 100, [25, 75]],
  ])('%s', (_, least, natural, measure, widths) => {
    expect(shareWidth(least, natural, measure)).toEqual(widths)
  })
})

describe('rows', () => {
  it('a table is a whole number of lines high, so the text after it is on the grid', () => {
    const layout = set(p(5), table(rows(2)), p(30))
    const block = layout.flow.find((one): one is TableBlock => one.kind === 'table')
    const height = block?.rows.reduce((sum, row) => sum + row.height, 0) ?? 0
    expect(height / 30).toBeCloseTo(Math.round(height / 30), 9)
  })

  it('header rows are drawn again on every page, as furniture', () => {
    const layout = set(table(rows(30)))
    expect(layout.pages.length).toBeGreaterThan(3)
    const heads = layout.pages.map((page) => page.furniture.filter((one) => one.kind === 'table-header').map((one) => one.text))
    expect(heads[0]).toEqual([])
    for (const head of heads.slice(1)) expect(head).toEqual(['年份', '人数'])
  })

  it('no row is parted, and the caption stays with the table', () => {
    const layout = set(p(50), table(rows(4), { caption: '表1 人数' }))
    const withCaption = layout.pages.find((page) => page.lines.some((line) => line.block === 'a001-0002'))
    expect(withCaption?.lines.some((line) => line.block.startsWith('a001-0003-'))).toBe(true)
  })

  it('rows a cell reaches over stay on one page', () => {
    const tall = [
      [cell('甲'), cell('乙')],
      ...Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? [cell('组', { rowSpan: 3 }), cell('一')] : [cell('一')])),
    ]
    const layout = set(table(tall))
    for (const page of layout.pages) {
      const inSecond = page.lines.filter((line) => line.block.startsWith('a001-0001-')).length
      expect(inSecond % 4 === 0 || page.number === 1).toBe(true)
    }
  })

  it('a row taller than a page is parted between its lines', () => {
    const layout = set(
      table([
        [cell('头'), cell('尾')],
        [cell(han(400)), cell('短')],
      ]),
    )
    expect(layout.pages.length).toBeGreaterThan(2)
  })
})

describe('cells', () => {
  it('numbers stand right, their figures one width; short words in the middle', () => {
    const layout = set(table(rows(2)))
    const block = layout.flow.find((one): one is TableBlock => one.kind === 'table')
    expect(block?.rows[1]?.cells.map((one) => one.content.style)).toEqual(['table-number', 'table-number'])
  })

  it('spans take their columns', () => {
    const layout = set(
      table([
        [cell('总', { colSpan: 2 }), cell('丙')],
        [cell('甲'), cell('乙'), cell('丙')],
      ]),
    )
    const block = layout.flow.find((one): one is TableBlock => one.kind === 'table')
    expect(block?.rows.map((row) => row.cells.map((one) => one.column))).toEqual([
      [0, 2],
      [0, 1, 2],
    ])
  })
})

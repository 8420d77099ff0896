import { describe, expect, it } from 'vitest'
import { fillPages, type WordPage } from './fill-pages.js'
import type { WordBlock } from './word-block.js'

const LINE = 580

/** Pages of ten lines; a note is a line high, the rule over the notes another. */
const page: WordPage = { height: 10 * LINE, noteLead: LINE, noteLine: LINE, noteHeight: () => LINE }

let count = 0
const block = (lines: number, more: Partial<WordBlock> = {}): WordBlock => ({
  id: `b${++count}`,
  before: 0,
  after: 0,
  count: lines,
  line: LINE,
  keepNext: false,
  keepTogether: false,
  headerRows: 0,
  ...more,
})

/** Page and line each block begins at: 1:3 is the third line of the first page; and how many lines stand on the last page. */
function places(blocks: readonly WordBlock[], opens = true, on: WordPage = page): string {
  const filled = fillPages(blocks, on, opens)
  const begins = blocks.map(({ id }) => {
    const place = filled.places.get(id)
    return place === undefined ? '-' : `${place.page + 1}:${place.above / LINE + 1}`
  })
  return `${begins.join(' ')} | ${filled.pages}:${filled.used / LINE}`
}

const heading = { keepNext: true }

describe('pages of Word', () => {
  it('are full, paragraphs part anywhere: a line may stand alone', () => {
    expect(places([block(11), block(2)])).toBe('1:1 2:2 | 2:3')
  })

  it('a heading goes on with the first line after it, and one line is enough', () => {
    expect(places([block(9), block(1, heading), block(3)])).toBe('1:1 2:1 2:2 | 2:4')
    expect(places([block(8), block(1, heading), block(3)])).toBe('1:1 1:9 1:10 | 2:2')
  })

  it('headings one after the other go on together', () => {
    expect(places([block(8), block(1, heading), block(1, heading), block(2)])).toBe('1:1 2:1 2:2 2:3 | 2:4')
  })

  it('lines kept together go on whole', () => {
    expect(places([block(8), block(3, { keepTogether: true })])).toBe('1:1 2:1 | 2:3')
  })

  it('blanks of neighbours add up', () => {
    expect(places([block(1, { after: LINE }), block(1, { before: LINE })])).toBe('1:1 1:4 | 1:4')
  })

  it('the blank above what begins a page is left out, but at the first of a section', () => {
    expect(places([block(10), block(1, { before: LINE })])).toBe('1:1 2:1 | 2:1')
    expect(places([block(1, { before: LINE })])).toBe('1:2 | 1:2')
    expect(places([block(1, { before: LINE })], false)).toBe('1:1 | 1:1')
  })
})

describe('rows', () => {
  const table = (rows: number): WordBlock => block(rows, { heights: Array.from({ length: rows }, () => LINE), headerRows: 1 })

  it('the head of a table goes on with its first row, and stands again on every page', () => {
    expect(places([block(9), table(3)])).toBe('1:1 2:1 | 2:3')
    expect(places([block(7), table(5)])).toBe('1:1 1:8 | 2:3')
  })
})

describe('notes', () => {
  const noted = (lines: number, line: number): WordBlock => block(lines, { notes: new Map([[line, ['n']]]) })

  it('take room on the page of their mark', () => {
    expect(places([noted(3, 0), block(6)])).toBe('1:1 1:4 | 2:1')
  })

  it('a line whose note finds no room goes on with it', () => {
    expect(places([block(8), noted(1, 0)])).toBe('1:1 2:1 | 2:3')
  })

  it('one that is too long goes on at the foot of the next page', () => {
    const long: WordPage = { ...page, noteHeight: () => 4 * LINE }
    expect(places([block(7), noted(1, 0), block(5)], true, long)).toBe('1:1 1:8 2:1 | 2:9')
  })
})

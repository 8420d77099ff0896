import type { Layout, Page, Section } from '#lib/typeset'
import type { PdfData, PdfObjects } from './pdfkit-document.js'

/** House: what a viewer calls pages that carry no number. */
const unnumbered: Readonly<Record<Section['role'], string>> = { cover: '封面', contents: '目录', body: '正文', colophon: '版权页' }

interface LabelRange {
  readonly index: number
  readonly style: 'D' | 'R' | 'r' | null
  readonly start: number
  readonly prefix: string | null
}

/**
 * The labels a viewer shows for pages, as printed: 封面, I, II, 1, 2. A page that continues its section's count without printing it (a blank verso) keeps its place in the count.
 * Source: ISO 32000-1 §12.4.2.
 */
export function pageLabels(layout: Layout, objects: PdfObjects): PdfData {
  const ranges: LabelRange[] = []
  let expected = 0
  layout.pages.forEach((page, index) => {
    const range = rangeOf(page, index, layout.sections[page.section], expected)
    expected = range.start + 1
    const last = ranges.at(-1)
    if (last !== undefined && last.style === range.style && last.prefix === range.prefix && continues(last, range)) return
    ranges.push(range)
  })
  return { Nums: ranges.flatMap((range) => [range.index, labelDict(range, objects)]) }
}

const continues = (last: LabelRange, next: LabelRange): boolean =>
  last.style === null || next.start - last.start === next.index - last.index

function rangeOf(page: Page, index: number, section: Section | undefined, expected: number): LabelRange {
  if (section === undefined || section.numbering.format === 'none') {
    return { index, style: null, start: 0, prefix: unnumbered[section?.role ?? 'body'] }
  }
  const style = section.numbering.format === 'decimal' ? 'D' : page.label === page.label.toLowerCase() && page.label !== '' ? 'r' : 'R'
  const read = style === 'D' ? Number.parseInt(page.label, 10) : fromRoman(page.label)
  return { index, style, start: Number.isNaN(read) ? Math.max(expected, section.numbering.start) : read, prefix: null }
}

function labelDict(range: LabelRange, objects: PdfObjects): PdfData {
  if (range.style === null) return { P: objects.text(range.prefix ?? '') }
  return range.start === 1 ? { S: range.style } : { S: range.style, St: range.start }
}

/** The value of a Roman numeral, NaN for anything else. */
function fromRoman(text: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }
  let sum = 0
  let before = 0
  for (const letter of [...text.toLowerCase()].reverse()) {
    const value = values[letter]
    if (value === undefined) return Number.NaN
    sum += value < before ? -value : value
    before = Math.max(before, value)
  }
  return text === '' ? Number.NaN : sum
}

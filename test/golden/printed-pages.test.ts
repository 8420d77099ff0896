import { describe, expect, it } from 'vitest'
import { bodyText } from '#lib/editorial'
import { writePdf } from '#lib/press'
import { createTypesetter, type Layout } from '#lib/typeset'
import { openPdf } from '../read-pdf.js'
import { everyIssue, type IssueAtHand, picturesOf, shippedFaces } from './issues-at-hand.js'

/** A list of its own, read off GB/T 15834-2011 5.1: nothing here comes from the typesetter. */
const NOT_FIRST = /^[，。、；：！？”’）》〉】〕·～％%‰℃]/u
const NOT_LAST = /[“‘（《〈【〔￥]$/u

interface PrintedLine {
  readonly y: number
  readonly x: number
  readonly text: string
}

/** The lines of a printed page, told by their baselines, by a reader that is not ours. */
async function printedLines(page: Awaited<ReturnType<Awaited<ReturnType<typeof openPdf>>['getPage']>>): Promise<PrintedLine[]> {
  const { items } = await page.getTextContent()
  const lines = new Map<number, { x: number; text: string }>()
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [, , , , x, y] = item.transform as number[]
    const key = Math.round((y ?? 0) * 2)
    const known = lines.get(key)
    lines.set(key, { x: Math.min(known?.x ?? Infinity, x ?? 0), text: (known?.text ?? '') + item.str })
  }
  return [...lines].map(([y, line]) => ({ y: y / 2, ...line }))
}

/** Baselines of table cells on a page, from its foot: a cell is no line of text. */
function cellHeights(layout: Layout, number: number): number[] {
  const page = layout.pages[number - 1]!
  const cells = new Set(
    layout.flow.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells.map((cell) => cell.content.id)) : [])),
  )
  return page.lines.filter((line) => cells.has(line.block)).map((line) => page.height - line.y)
}

const faces = shippedFaces()

describe.each(everyIssue())('$name, printed', ({ issue, template, name }: IssueAtHand) => {
  const layout = createTypesetter(template, faces).layOut(issue)
  let kept: ReturnType<typeof openPdf> | null = null
  const open = (): ReturnType<typeof openPdf> => (kept ??= writePdf(layout, faces, picturesOf(name), { producer: 'test' }).then(openPdf))

  it('no line of the finished PDF begins or ends with what it may not', async () => {
    const pdf = await open()
    const { binding, fore, measure } = layout.sheet.master
    const wrong: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const left = Math.min(binding, fore)
      const cells = cellHeights(layout, number)
      for (const line of await printedLines(await pdf.getPage(number))) {
        const text = line.text.trim()
        if (line.x < left - 1 || line.x > left + measure || cells.some((y) => Math.abs(y - line.y) < 1)) continue
        if (NOT_FIRST.test(text) || NOT_LAST.test(text)) wrong.push(`${number}: ${text}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('every body can be read from the pages again, character by character', async () => {
    const pdf = await open()
    let printed = ''
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      printed += items.map((item) => ('str' in item ? item.str : '')).join('')
    }
    const count = (text: string): Map<string, number> => {
      const counts = new Map<string, number>()
      for (const char of text.replace(/\s/gu, '')) counts.set(char, (counts.get(char) ?? 0) + 1)
      return counts
    }
    const have = count(printed)
    for (const content of issue.columns.flatMap((column) => column.articles)) {
      for (const [char, times] of count(bodyText(content))) expect(have.get(char) ?? 0, char).toBeGreaterThanOrEqual(times)
    }
  })
})

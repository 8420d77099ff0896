import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { messageText, Refusal, runsText } from '#lib/editorial'
import { show } from '../../testing/show.js'
import { readBulletin } from '../bulletin/read-bulletin.js'
import { writePng } from '../pictures/write-png.js'
import { readManuscript } from '../read-manuscript.js'

const face = readFileSync(new URL('../../../../fonts/bianyin-kai.ttf', import.meta.url))

/** Where a line stands and how large: `at` from the left margin in em, or centred; `mark` is raised after it. */
type Line = {
  text: string
  at?: number | 'center' | 'right'
  size?: number
  mark?: string
  picture?: Uint8Array
  cells?: readonly string[]
}

const MEASURE = 20
const SIZE = 14
const LEFT = 90

/** A PDF of these pages, each a list of lines; a folio at every foot. */
async function print(pages: readonly (readonly Line[])[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, margin: 0 })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve) => pdf.on('end', () => resolve()))
  pages.forEach((lines, index) => {
    pdf.addPage()
    pdf.font(face as unknown as string)
    for (const [row, line] of lines.entries()) put(pdf, line, 100 + row * 24)
    put(pdf, { text: `— ${index + 1} —`, at: 'center', size: 10 }, 780)
  })
  pdf.end()
  await done
  return Uint8Array.from(Buffer.concat(chunks))
}

function put(pdf: PDFKit.PDFDocument, { text, at = 0, size = SIZE, mark, picture, cells }: Line, y: number): void {
  pdf.fontSize(size)
  if (picture !== undefined) pdf.image(Buffer.from(picture), LEFT, y - 60, { width: 80, height: 60 })
  for (const [column, cell] of (cells ?? []).entries()) pdf.text(cell, LEFT + column * 110, y - size, { lineBreak: false })
  const room = MEASURE * SIZE - pdf.widthOfString(text)
  const x = LEFT + (at === 'center' ? room / 2 : at === 'right' ? room : at * SIZE)
  pdf.text(text, x, y - size, { lineBreak: false })
  if (mark !== undefined) {
    const end = x + pdf.widthOfString(text)
    pdf.fontSize(0.6 * size).text(mark, end, y - size, { lineBreak: false })
  }
}

/** A paragraph as its lines, the first set in by two. */
function set(text: string): Line[] {
  const lines: Line[] = [{ text: text.slice(0, MEASURE - 2), at: 2 }]
  for (let at = MEASURE - 2; at < text.length; at += MEASURE) lines.push({ text: text.slice(at, at + MEASURE) })
  return lines
}

const FIRST = '近年来，学校坚持以读者需求为中心推进图书馆空间改造，新增研修座位三百余个，全年接待读者突破一百万人次，读者满意度持续提升。'
const SECOND = '改造之后，学校健全了管理制度，明确了开放时间，各类阅读活动吸引了大批师生参与，形成了良好氛围，受到普遍欢迎。'
const title = (...lines: string[]): Line[] => lines.map((text) => ({ text, at: 'center' as const, size: 20 }))

describe('a PDF', () => {
  it('is read back into its paragraphs, across a page end, without folios', async () => {
    const lines = [
      ...title('图书馆改造', '提升服务能力'),
      { text: '来源：江州日报', at: 'center' as const },
      ...set(FIRST),
      { text: '一、改造空间', at: 2 },
      ...set(SECOND),
    ]
    const { content } = await readManuscript({ bytes: await print([lines.slice(0, 5), lines.slice(5, 9), lines.slice(9)]), name: '甲.pdf' })
    expect(content).toMatchObject({ title: '图书馆改造提升服务能力', source: '江州日报' })
    expect(show(content.blocks)).toEqual([`p ${FIRST}`, 'h1 一、改造空间', `p ${SECOND}`])
  })

  it('whose paragraphs are spaced, not indented, has them apart although a last line is full', async () => {
    const full = [FIRST, SECOND].map((text) => `${text.slice(0, 2 * MEASURE - 1)}。`)
    const flush = (text: string): Line[] => [
      ...Array.from({ length: Math.ceil(text.length / MEASURE) }, (_, at) => ({ text: text.slice(at * MEASURE, (at + 1) * MEASURE) })),
      { text: '' },
    ]
    const lines = [
      ...title('题目'),
      ...flush(full[0] ?? ''),
      ...flush(full[1] ?? ''),
      { text: '二、改造空间' },
      { text: '' },
      ...flush(FIRST),
    ]
    const { content } = await readManuscript({ bytes: await print([lines]), name: '己.pdf' })
    expect(show(content.blocks)).toEqual([...full.map((text) => `p ${text}`), 'h1 二、改造空间', `p ${FIRST}`])
  })

  it('ties the notes at the foot to their marks', async () => {
    const body = set(FIRST)
    const blank: Line = { text: '' }
    const page: Line[] = [
      ...title('题目'),
      ...set(SECOND),
      ...body,
      ...Array.from({ length: 12 }, () => blank),
      { text: '① 参见该馆年度报告，', size: 10 },
      { text: '江州，2024年。', size: 10 },
    ]
    const last = page.indexOf(body.at(-1) ?? blank)
    page[last] = { ...(body.at(-1) ?? blank), mark: '①' }
    const { content } = await readManuscript({ bytes: await print([page]), name: '乙.pdf' })
    expect(show(content.blocks)).toEqual([`p ${SECOND}`, `p ${FIRST}[^p1-①]`])
    expect(runsText(content.notes['p1-①'] ?? [])).toBe('参见该馆年度报告，江州，2024年。')
  })

  it('keeps its pictures, after the paragraph they stand in, with their captions, whatever colours they have', async () => {
    const grey = writePng({ width: 4, height: 2, channels: 1, data: Uint8Array.of(0, 90, 180, 255, 255, 180, 90, 0) })
    const colour = writePng({ width: 2, height: 2, channels: 3, data: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9) })
    const body = set(FIRST)
    const lines: Line[] = [
      ...title('题目'),
      ...body.slice(0, 2),
      { text: '' },
      { text: '' },
      { text: '', picture: colour },
      ...body.slice(2),
      ...set(SECOND),
    ]
    const foot: Line[] = [{ text: '', picture: grey }, { text: '图1　开放情况', at: 'center' }, ...set(FIRST)]
    const { content, pictures } = await readManuscript({ bytes: await print([lines, foot]), name: '图.pdf' })
    expect(show(content.blocks)).toEqual([`p ${FIRST}`, 'figure - (2×2)', `p ${SECOND}`, 'figure 图1 开放情况 (4×2)', `p ${FIRST}`])
    expect(pictures.map((picture) => picture.ref.sha256)).toEqual(
      content.blocks.flatMap((block) => (block.kind === 'figure' ? [block.image.sha256] : [])),
    )
  })

  it('points out rows that may be a table', async () => {
    const rows: Line[] = [
      ['年份', '人数', '占比'],
      ['2023', '120', '36%'],
      ['2024', '150', '41%'],
    ].map((cells) => ({ text: '', cells }))
    const { content, warnings } = await readManuscript({
      bytes: await print([[...title('题目'), ...set(FIRST), ...rows, ...set(SECOND)]]),
      name: '表.pdf',
    })
    expect(warnings).toContainEqual({ code: 'ingest/maybe-table', params: { count: 3 }, block: 1 })
    expect(show(content.blocks)[2]).toContain('2023　　120　　36%')
  })

  it('of a bulletin is cut at its large titles', async () => {
    const bytes = await print([
      [
        { text: '云岭大学简报', at: 'center', size: 30 },
        { text: '第6期', at: 'center' },
        ...title('大厅推行一次办结'),
        ...set(FIRST),
        { text: '（校长办公室 2025年4月3日）', at: 'right' },
      ],
      [...title('水电支出同比下降'), ...set(SECOND)],
    ])
    const bulletin = await readBulletin({ bytes, name: '简报.pdf' })
    expect(
      bulletin.columns.flatMap((column) => column.articles.map(({ content }) => `${content.title} | ${content.source ?? '-'}`)),
    ).toEqual(['大厅推行一次办结 | 校长办公室', '水电支出同比下降 | -'])
    expect(bulletin.columns[0]?.articles.map(({ content }) => show(content.blocks))).toEqual([[`p ${FIRST}`], [`p ${SECOND}`]])
  })
})

describe('what is refused', () => {
  const sentence = async (bytes: Uint8Array): Promise<string> => {
    const error = await readManuscript({ bytes, name: '丙.pdf' }).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    return error instanceof Refusal ? messageText(error.code, error.params) : String(error)
  }

  it('a file that only begins like a PDF', async () => {
    expect(await sentence(new TextEncoder().encode('%PDF-1.7\nnothing'))).toBe('“丙.pdf”不是有效的 PDF 文件，可能已损坏。')
  })

  it('a scan', async () => {
    expect(await sentence(await print([[]]))).toBe('“丙.pdf”是扫描件，没有文字层，无法读取文字。')
  })
})

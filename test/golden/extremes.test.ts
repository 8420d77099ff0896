import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type ArticleContent, type Block, EMPTY_ARTICLE, type IssueContent } from '#lib/editorial'
import { writePdf } from '#lib/press'
import { createTypesetter, type Layout, pageLabelOf } from '#lib/typeset'
import { drawnLines, textBlocks } from './drawn-lines.js'
import { sampleOf, shippedFaces, timesOver } from './issues-at-hand.js'

const faces = shippedFaces()
const { issue: sample, template } = sampleOf('planning-and-decision')
const typesetter = createTypesetter(template, faces)
const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

function one(title: string, blocks: readonly Block[]): IssueContent {
  const article: ArticleContent = { ...EMPTY_ARTICLE, title, blocks }
  return { ...sample, columns: [{ name: null, articles: [article] }] }
}

const drawn = (layout: Layout, role: string): string =>
  drawnLines(layout, faces)
    .filter((line) => line.block.role === role)
    .map((line) => line.text)
    .join('')

describe('extremes: right, or said clearly; nothing is lost', () => {
  it('an issue of nine hundred pages, with three hundred entries in its contents', () => {
    const layout = typesetter.layOut(timesOver(sample, 30))
    expect(layout.pages.length).toBeGreaterThan(850)
    const entries = textBlocks(layout).filter((block) => block.role === 'contents-entry')
    expect(entries.length).toBeGreaterThanOrEqual(300)
    for (const entry of entries) expect(entry.label).toBe(pageLabelOf(layout, entry.target ?? ''))
  })

  describe('the PDF of a long issue', () => {
    const paragraphs = Array.from({ length: 1500 }, (_, index) => p(`第${index + 1}项。${'规划先行、分步实施，'.repeat(14)}不断完善。`))
    const layout = typesetter.layOut(one('长稿', paragraphs))
    const pdf = (small?: (packet: readonly Uint8Array[], level: number) => Promise<readonly Uint8Array[]>): Promise<Uint8Array> =>
      writePdf(layout, shippedFaces(), new Map(), {
        producer: 'test',
        ...(small === undefined ? {} : { openPackets: () => Promise.resolve(small) }),
      })

    it('is the same whether its pages are compressed in turn or by the packet', async () => {
      expect(layout.pages.length).toBeGreaterThan(300)
      const packets: number[] = []
      const byPacket = await pdf((packet, level) => {
        packets.push(packet.length)
        return Promise.resolve(packet.map((raw) => deflateSync(raw, { level })))
      })
      expect(packets.length).toBeGreaterThan(3)
      expect(Buffer.compare(byPacket, await pdf())).toBe(0)
    })

    it('fails once, with the first of the faults, where packets cannot be compressed', async () => {
      await expect(pdf(() => Promise.reject(new Error('no thread')))).rejects.toThrow('no thread')
    })
  })

  it.each(['😀', '𠮷', '\u{2fa1d}'])('the number of %s, which no face has, stands clear of its frame', (character) => {
    const pages = typesetter.layOut(one(`生僻字${character}的写法`, [p(`姓名${character}田`)])).pages
    const boxes = pages.flatMap((page) => page.art.flatMap((art) => (art.kind === 'box' ? [art] : [])))
    const numbers = pages.flatMap((page) => page.furniture.filter((line) => line.kind === 'missing-glyph'))
    expect(numbers).toHaveLength(3)
    for (const [index, number] of numbers.entries()) {
      const [box, run] = [boxes[index]!, number.runs[0]!]
      const face = faces.byId(run.face)
      const end = number.x + run.at.at(-1)! + (face.advance(run.glyphs.at(-1)!) * run.size) / face.unitsPerEm
      expect(number.x - box.x).toBeGreaterThan(0.5)
      expect(box.x + box.width - end).toBeGreaterThan(0.5)
    }
  })

  it('an article of one line, and an article without any', () => {
    expect(drawn(typesetter.layOut(one('短讯', [p('照此办理。')])), 'paragraph')).toBe('照此办理。')
    expect(typesetter.layOut(one('只有题目', [])).pages.filter((page) => !page.blank).length).toBe(3)
  })

  it('a title of 94 characters', () => {
    const title =
      '江州省知识产权局办公室 江州省教育厅办公室 江州省科学技术厅办公室关于加快推进高等学校和科研机构存量专利梳理盘点与转化运用有关工作并做好与产业需求精准匹配对接以及定期通报进展情况等事项的通知'
    expect(drawn(typesetter.layOut(one(title, [p('正文。')])), 'article-title')).toBe(title)
  })

  it('a table of many pages', () => {
    const rows = Array.from({ length: 150 }, (_, index) =>
      [String(index + 1), `第${index + 1}项指标名称`, String(index * 37)].map((text) => ({ runs: [{ text }] })),
    )
    const layout = typesetter.layOut(one('表', [{ kind: 'table', caption: '表1　指标', headerRows: 1, rows, note: null }]))
    const pages = layout.pages.filter((page) => page.lines.some((line) => line.block.startsWith('a001-0002-')))
    expect(pages.length).toBeGreaterThanOrEqual(6)
    for (const page of pages.slice(1)) expect(page.furniture.filter((line) => line.kind === 'table-header').length).toBe(3)
  })

  it('an address of 400 characters, alone and in a sentence', () => {
    const url = `https://www.example.edu.cn/${'planning/'.repeat(20)}${'x'.repeat(120)}?id=${'9'.repeat(60)}`
    const layout = typesetter.layOut(one('网址', [{ kind: 'linkLine', url }, p(`详见${url}，请下载。`)]))
    expect(drawn(layout, 'link-line')).toBe(url)
    expect(drawn(layout, 'paragraph')).toBe(`详见${url}，请下载。`)
    for (const line of drawnLines(layout, faces)) for (const glyph of line.glyphs) expect(glyph.x).toBeLessThan(layout.sheet.master.width)
  })

  it('Latin paragraphs, and Latin among Han', () => {
    const latin =
      'The Belt and Road Education Forum brought together representatives of 42 universities to discuss open science, credit transfer and joint doctoral programmes. '
    const text = `${latin.repeat(3)}会议以“Open Science for All”为主题，发布了 White Paper on AI in Higher Education（2025版）。`
    const layout = typesetter.layOut(one('论坛', [p(text)]))
    expect(drawn(layout, 'paragraph')).toBe(text)
    for (const line of drawnLines(layout, faces).filter((one) => one.block.role === 'paragraph' && !one.last)) {
      expect(line.text.at(-1)).toMatch(/[\s，。）”\p{Script=Han}a-z]/u)
    }
  })

  it('emoji are reported with their article; rare characters a face has are drawn', () => {
    const layout = typesetter.layOut(one('字', [p('㐀𠮷𠂇學😀与👨‍👩‍👧，2️⃣')]))
    expect(drawn(layout, 'paragraph')).toBe('㐀𠮷𠂇學😀与👨‍👩‍👧，2️⃣')
    const missing = layout.warnings.filter((warning) => warning.code === 'typeset/missing-glyph').map((warning) => warning.params?.char)
    expect(missing).toEqual(expect.arrayContaining(['😀', '𠮷']))
    expect(missing).not.toContain('㐀')
    expect(missing).not.toContain('學')
  })

  it('a figure higher than a page is made to fit', () => {
    const image = { sha256: 'f'.repeat(64), mediaType: 'image/png' as const, width: 1200, height: 9000 }
    const layout = typesetter.layOut(one('图', [{ kind: 'figure', image, caption: '图1　很高的图', alt: '很高' }]))
    const art = layout.pages.flatMap((page) => page.art).find((one) => one.kind === 'image')
    expect(art?.kind === 'image' && art.y + art.height).toBeLessThan(layout.sheet.master.height - layout.sheet.master.foot)
  })

  it('odd signs and blanks do not upset it', () => {
    const text = '\u3000\u3000甲\u00a0乙\u200b丙\t丁 ……——《》（）“” １２３ＡＢＣ ﹏ ℃ ① Ⅳ ─── □□'
    expect(drawn(typesetter.layOut(one('怪', [p(text)])), 'paragraph')).toBe(text)
  })
})

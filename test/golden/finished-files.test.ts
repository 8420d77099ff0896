import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx, writePdf } from '#lib/press'
import { createTypesetter, type Layout } from '#lib/typeset'
import { all, parseXml, partsOf, shown, type XmlNode } from '../read-docx.js'
import { openPdf, unpackedPdf } from '../read-pdf.js'
import { orderFaults } from '../schema-order.js'
import { textBlocks } from './drawn-lines.js'
import { everyIssue, type IssueAtHand, picturesOf, sampleOf, shippedFaces } from './issues-at-hand.js'

/** What the checklist of the page asks of the two finished files; its numbers stand before the names. */
const faces = shippedFaces()
const options = { producer: 'test' }
const mm = (length: number): number => (length * 25.4) / 72
const solid = (text: string): string => text.replace(/\s/gu, '')

interface OutlineItem {
  readonly title: string
  readonly dest: unknown
  readonly items: readonly OutlineItem[]
}

const flat = (items: readonly OutlineItem[]): OutlineItem[] => items.flatMap((item) => [item, ...flat(item.items)])

describe.each(everyIssue())('$name, as finished', ({ issue, template, name }: IssueAtHand) => {
  const layout: Layout = createTypesetter(template, faces).layOut(issue)
  const pictures = picturesOf(name)
  const { master } = layout.sheet
  const blocks = textBlocks(layout)
  const entries = blocks.filter((block) => block.role === 'contents-entry')
  let pdf: Uint8Array
  let objects: string
  let parts: Record<string, string>
  let body: XmlNode

  beforeAll(async () => {
    pdf = await writePdf(layout, faces, pictures, options)
    objects = unpackedPdf(pdf)
    parts = partsOf(await writeDocx(layout, pictures, options))
    body = parseXml(parts['word/document.xml']!)
  })

  const part = (path: string): XmlNode => parseXml(parts[path]!)

  it('17 headings have the faces of their level: 黑, then 楷', () => {
    const { styles } = layout.sheet
    for (const { role, style } of blocks) {
      if (role === 'heading-1') expect(styles[style]!.face).toBe('hei')
      if (role === 'heading-2') expect(styles[style]!.face).toBe('kai')
    }
    expect(new Set(blocks.filter(({ role }) => role === 'paragraph').map(({ style }) => styles[style]!.size)).size).toBe(1)
  })

  it('19 the sheet is A4, the type area whole characters wide and whole lines high, in both files', () => {
    expect([Math.round(mm(master.width)), Math.round(mm(master.height))]).toEqual([210, 297])
    const { size } = layout.sheet.styles.paragraph!
    const characters = master.measure / size
    expect(Math.abs(characters - Math.round(characters))).toBeLessThan(0.02)
    for (const page of all(body, 'w:pgMar')) expect(Number(page.attributes['w:left'])).toBeCloseTo(master.binding * 20, -1)
    expect(part('word/settings.xml').children.some((child) => child.name === 'w:mirrorMargins')).toBe(master.mirrored)
  })

  it('23, 24 contents: links in both files, the same numbers, and no field that asks to be filled', () => {
    const anchors = new Set(all(body, 'w:bookmarkStart').map((mark) => mark.attributes['w:name']))
    const links = all(body, 'w:hyperlink').filter((link) => link.attributes['w:anchor']?.startsWith('_Toc'))
    expect(links.length).toBe(blocks.filter(({ target }) => target !== undefined).length)
    for (const link of links) expect(anchors.has(link.attributes['w:anchor'])).toBe(true)
    const numbers = links.map((link) => /\d+$/.exec(shown(link))?.[0])
    for (const { text, label } of entries) {
      expect(numbers).toContain(label)
      expect(links.some((link) => solid(shown(link)).startsWith(solid(text).replace(/\d+$/, '').slice(0, 10)))).toBe(true)
    }
    expect(objects.match(/\/Subtype \/Link/g)?.length ?? 0).toBeGreaterThanOrEqual(entries.length)
    expect(Object.values(parts).join('')).not.toMatch(/w:dirty|w:updateFields/)
  })

  it('25 the outline is columns and articles, whole, each leading to the page it stands on', async () => {
    const document = await openPdf(pdf)
    const outline = flat((await document.getOutline()) as unknown as OutlineItem[])
    expect(outline.map((item) => solid(item.title))).toEqual(layout.landmarks.map(({ title }) => solid(title)))
    for (const [index, item] of outline.entries()) {
      const dest = (typeof item.dest === 'string' ? await document.getDestination(item.dest) : item.dest) as [{ num: number; gen: number }]
      expect((await document.getPageIndex(dest[0])) + 1).toBe(layout.landmarks[index]!.page)
    }
    await document.destroy()
  })

  it('26, 36 every face is embedded and says its characters; nothing is locked; PDF/A-2u and PDF/UA-1 by name', () => {
    const count = (pattern: RegExp): number => objects.match(pattern)?.length ?? 0
    expect(count(/\/Type \/FontDescriptor/g)).toBeGreaterThan(0)
    expect(count(/\/FontFile[23] /g)).toBe(count(/\/Type \/FontDescriptor/g))
    expect(count(/\/ToUnicode /g)).toBe(count(/\/Subtype \/Type0/g))
    expect(objects).not.toContain('/Encrypt')
    expect(objects).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(objects).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(objects).toContain('/OutputIntent')
  })

  it('29 no odd blanks, no full-width letters, no private characters in what the house itself writes', () => {
    if (!name.startsWith('sample')) return
    for (const { text } of blocks) expect(text).not.toMatch(/[\u00a0\u200b-\u200f\ue000-\uf8ffＡ-Ｚａ-ｚ０-９]|^ | {2}| $/u)
  })

  it('32, 33 tables repeat their heads and keep rows whole; pictures have 200 dots an inch and a description', () => {
    for (const [index, table] of all(body, 'w:tbl').entries()) {
      const own = layout.flow.filter((block) => block.kind === 'table')[index]!
      expect(all(table, 'w:tblHeader').length).toBe(own.headerRows)
      expect(all(table, 'w:cantSplit').length).toBe(own.rows.length)
    }
    for (const figure of layout.flow) {
      if (figure.kind !== 'figure') continue
      expect((figure.image.width * 72) / figure.width).toBeGreaterThanOrEqual(200)
      expect(figure.alt).not.toBe('')
    }
    for (const drawing of all(body, 'wp:docPr')) expect(drawing.attributes.descr).toBeTruthy()
  })

  it('34 the structure holds sections, contents, headings, paragraphs', () => {
    const tags = new Set(objects.match(/\/S \/[A-Z][A-Za-z0-9]*/g))
    for (const tag of ['Document', 'Sect', 'P']) expect(tags).toContain(`/S /${tag}`)
    if (entries.length > 0) for (const tag of ['TOC', 'TOCI', 'Link']) expect(tags).toContain(`/S /${tag}`)
    if (layout.flow.some((block) => block.kind === 'table')) for (const tag of ['Table', 'TR', 'TD']) expect(tags).toContain(`/S /${tag}`)
    if (layout.flow.some((block) => block.kind === 'figure')) expect(tags).toContain('/S /Figure')
    expect(objects).toContain('/Marked true')
  })

  it('35 both files say that they are Chinese, and what they are called', () => {
    expect(objects).toMatch(/\/Lang \(zh-CN\)/)
    expect(objects).toContain('/DisplayDocTitle true')
    expect(parts['docProps/core.xml']).toContain(layout.facts.title)
    for (const lang of all(part('word/styles.xml'), 'w:lang')) expect(lang.attributes['w:eastAsia']).toBe('zh-CN')
  })

  it('39, 40 pages have a trim box, and a long issue takes 15 kB a page at most', () => {
    expect(objects.match(/\/TrimBox/g)?.length).toBe(layout.pages.length)
    if (layout.pages.length > 50) expect(pdf.length / layout.pages.length).toBeLessThan(15 * 1024)
  })

  it('41 the DOCX stands in the order of the schema, has styles and heading levels, and no empty paragraph for a blank', () => {
    for (const [path, xml] of Object.entries(parts)) if (path.endsWith('.xml')) expect(orderFaults(parseXml(xml)), path).toEqual([])
    const styles = new Set(all(part('word/styles.xml'), 'w:style').map((style) => style.attributes['w:styleId']))
    const paragraphs = all(body, 'w:p')
    for (const paragraph of paragraphs) {
      const style = all(paragraph, 'w:pStyle')[0]?.attributes['w:val']
      expect(style === undefined || styles.has(style)).toBe(true)
      const bare = shown(paragraph).trim() === '' && all(paragraph, 'w:drawing').length === 0
      if (bare) expect(all(paragraph, 'w:sectPr').length + all(paragraph, 'w:pBdr').length + inCell(body, paragraph)).toBeGreaterThan(0)
    }
    const levels = all(part('word/styles.xml'), 'w:outlineLvl').map((level) => level.attributes['w:val'])
    expect(levels).toEqual(expect.arrayContaining(['0', '1']))
  })

  it('42 pitches are exact, marks neither hang nor are squeezed, Chinese marks take Chinese faces', () => {
    const settings = parts['word/settings.xml']!
    expect(settings).toContain('<w:characterSpacingControl w:val="doNotCompress"/>')
    const normal = all(part('word/styles.xml'), 'w:style').find((style) => style.attributes['w:default'] === '1')!
    for (const knob of ['w:overflowPunct', 'w:widowControl']) expect(all(normal, knob)[0]?.attributes['w:val']).toBe('0')
    // A picture stands in a line as high as itself; lines of text have a height of their own.
    const texts = all(part('word/styles.xml'), 'w:style').filter((style) => style.attributes['w:styleId'] !== 'Figure')
    const lines = all(body, 'w:p').filter((paragraph) => all(paragraph, 'w:drawing').length === 0)
    for (const spacing of [...texts, ...lines].flatMap((node) => all(node, 'w:spacing')))
      if (spacing.attributes['w:line'] !== undefined) expect(spacing.attributes['w:lineRule']).toBe('exact')
    for (const run of all(body, 'w:r')) {
      if (!/[“”‘’—…·]/.test(shown(run))) continue
      expect(all(run, 'w:rFonts')[0]?.attributes['w:hint'], shown(run)).toBe('eastAsia')
    }
    for (const grid of all(body, 'w:docGrid')) expect(grid.attributes['w:type']).toBeUndefined()
    const firsts = all(part('word/styles.xml'), 'w:ind').flatMap((indent) => indent.attributes['w:firstLineChars'] ?? [])
    expect(firsts).toContain('200')
  })
})

/** 1 where a paragraph stands in a table's cell, which must have one. */
const inCell = (body: XmlNode, paragraph: XmlNode): number => (all(body, 'w:tc').some((cell) => cell.children.includes(paragraph)) ? 1 : 0)

describe('38 the same issue', () => {
  const printer = join(import.meta.dirname, 'print-sample.mjs')
  const elsewhere = (zone: string, language: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'))
    try {
      const env = { PATH: process.env.PATH, TZ: zone, LANG: language, LC_ALL: language, LC_NUMERIC: language }
      return execFileSync(process.execPath, [printer, 'planning-and-decision'], { cwd: folder, env, encoding: 'utf8' })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  it('gives the same bytes in another zone, another language, another folder', async () => {
    const { issue, template, name } = sampleOf('planning-and-decision')
    const layout = createTypesetter(template, faces).layOut(issue)
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    const here = [
      hash(await writePdf(layout, faces, picturesOf(name), options)),
      hash(await writeDocx(layout, picturesOf(name), options)),
      '',
    ].join('\n')
    expect(elsewhere('Pacific/Kiritimati', 'tr_TR.UTF-8')).toBe(here)
    expect(elsewhere('America/St_Johns', 'C')).toBe(here)
  })
})

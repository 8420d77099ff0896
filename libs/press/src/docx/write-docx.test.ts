import { unzipSync } from 'fflate'
import { create } from 'fontkit'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Faces, FigureBlock, FlowBlock, RuleBlock, TableBlock } from '#lib/typeset'
import { all, parseXml, partsOf, shown, type XmlNode } from '../../../../test/read-docx.js'
import { orderFaults } from '../../../../test/schema-order.js'
import { type SmallBlock, section, shippedFaces, smallLayout } from '../../../../test/small-layout.js'
import { png } from '../../../../test/small-png.js'
import { writeDocx } from './write-docx.js'

let faces: Faces
const options = { producer: 'Bianyin test', manifestHash: 'ab12' }

beforeAll(() => {
  faces = shippedFaces()
})

const picture = 'c'.repeat(64)
const pictures = new Map([[picture, png(2, 1, 8, 0, [[0, 0, 255]])]])

const place = { section: 2, article: 0, breakBefore: 'none', lead: 0 } as const

const cell = (id: string, column: number, text: string, more: Partial<{ colSpan: number; rowSpan: number; header: boolean }> = {}) => ({
  column,
  colSpan: 1,
  rowSpan: 1,
  header: false,
  ...more,
  content: {
    ...place,
    kind: 'text' as const,
    id,
    role: 'table-cell' as const,
    style: 'paragraph',
    text,
    runs: [{ from: 0, to: text.length, face: 'song' as const }],
  },
})

/** 年份 above two columns, 合计 reaching down over two rows. */
const table: TableBlock = {
  ...place,
  kind: 'table',
  id: 'table',
  columns: [100, 171, 171],
  headerRows: 1,
  rows: [
    { height: 20, cells: [cell('h1', 0, '项目', { header: true }), cell('h2', 1, '年份', { header: true, colSpan: 2 })] },
    { height: 20, cells: [cell('c1', 0, '合计', { rowSpan: 2 }), cell('c2', 1, '12'), cell('c3', 2, '15')] },
    { height: 20, cells: [cell('c4', 1, '13'), cell('c5', 2, '16')] },
  ],
  alt: '平台数量',
}

const figure: FigureBlock = {
  ...place,
  kind: 'figure',
  id: 'figure',
  image: { sha256: picture, mediaType: 'image/png', width: 2, height: 1 },
  alt: '一座“桥”',
  width: 200,
  height: 100,
}

const rule: RuleBlock = {
  ...place,
  breakBefore: 'page',
  lead: 2,
  kind: 'rule',
  id: 'rule',
  weight: 0.5,
  color: 'red',
  width: 147,
  before: 14,
  after: 14,
}

const blocks: readonly SmallBlock[] = [
  { role: 'masthead', text: '规划与简讯', section: 0 },
  { role: 'contents-heading', text: '目录', section: 1, page: true },
  { role: 'contents-column', text: '【政策文件】\t1', target: 4, label: '1', section: 1 },
  { role: 'contents-entry', text: '关于加强科研平台建设、促进资源开放共享的若干意见的通知\t1', target: 5, label: '1', section: 1 },
  { role: 'column-label', text: '【政策文件】', section: 2, article: 0, page: true },
  { role: 'article-title', text: '关于加强科研平台建设、促进资源开放共享的若干意见的通知', section: 2, article: 0 },
  {
    role: 'paragraph',
    text: '“十四五”以来①，平台达128个，见说明与附件。',
    section: 2,
    article: 0,
    runs: [
      { from: 0, to: 7 },
      { from: 7, to: 8, note: 'b12', position: 'sup' },
      { from: 8, to: 11, bold: true },
      { from: 11, to: 17, face: 'kai' },
      { from: 17, to: 19, link: 'https://example.edu.cn/?a=1&b=2' },
      { from: 19, to: 23, underline: true },
    ],
  },
  { role: 'list-item', text: '1．统筹布局', markEnd: 2, section: 2, article: 0 },
  { role: 'list-item', text: '2．分类建设', markEnd: 2, section: 2, article: 0 },
  { role: 'list-item', text: '——开放共享', markEnd: 2, section: 2, article: 0 },
  { role: 'heading-1', text: '一、总体要求', section: 2, article: 0, page: true },
  { role: 'signature', text: '某某大学', section: 2, article: 0 },
  { role: 'footnote', text: '①含附属医院。', markEnd: 1, section: 2, article: 0 },
]

const others: Readonly<Record<number, readonly FlowBlock[]>> = { 8: [rule], 10: [figure], 11: [table] }

const layoutOf = (list = blocks) =>
  smallLayout({ faces, blocks: list, others, sections: [section('cover', 'none'), section('contents', 'roman'), section('body')] })

const docxOf = (list = blocks) => writeDocx(layoutOf(list), pictures, options)

async function part(path: string): Promise<XmlNode> {
  const xml = partsOf(await docxOf())[path]
  if (xml === undefined) throw new Error(`no part ${path}`)
  return parseXml(xml)
}

const paragraphs = async (): Promise<XmlNode[]> => all(await part('word/document.xml'), 'w:p')

const styleOf = (paragraph: XmlNode): string | undefined => all(paragraph, 'w:pStyle')[0]?.attributes['w:val']

async function paragraph(text: string, nth = 0): Promise<XmlNode> {
  const found = (await paragraphs()).filter((one) => shown(one).startsWith(text))[nth]
  if (found === undefined) throw new Error(`no paragraph ${text}`)
  return found
}

const has = (node: XmlNode, name: string): boolean => all(node, name).length > 0

describe('the package', () => {
  it('is well formed, typed, and in the order of the schema, part by part', async () => {
    const parts = partsOf(await docxOf())
    const types = parts['[Content_Types].xml'] ?? ''
    for (const [path, xml] of Object.entries(parts)) {
      if (!/\.(xml|rels)$/.test(path)) continue
      expect(orderFaults(parseXml(xml)), path).toEqual([])
      if (path.endsWith('.xml') && path !== '[Content_Types].xml') expect(types).toContain(`PartName="/${path}"`)
    }
  })

  it('names no relationship that does not lead somewhere', async () => {
    const parts = partsOf(await docxOf())
    const targets = all(parseXml(parts['word/_rels/document.xml.rels'] ?? ''), 'Relationship')
    const ids = new Map(targets.map((one) => [one.attributes.Id, one.attributes]))
    for (const [, id] of (parts['word/document.xml'] ?? '').matchAll(/r:(?:id|embed)="(\w+)"/g)) expect(ids.has(id)).toBe(true)
    for (const { attributes } of targets)
      if (attributes.TargetMode !== 'External') expect(parts).toHaveProperty([`word/${attributes.Target}`])
  })

  it('is the same bytes for the same layout, wherever the clock stands', async () => {
    const one = await docxOf()
    const zone = process.env.TZ
    process.env.TZ = 'America/New_York'
    const two = await docxOf()
    process.env.TZ = zone
    expect(Buffer.compare(one, two)).toBe(0)
  })

  it('carries title, author, the issue’s date and the manifest hash', async () => {
    const parts = partsOf(await docxOf())
    expect(parts['docProps/core.xml']).toContain('<dc:title>规划与简讯2031年第1期</dc:title>')
    expect(parts['docProps/core.xml']).toContain('2031-01-15T00:00:00Z')
    expect(parts['docProps/custom.xml']).toContain('name="BianyinManifest"><vt:lpwstr>ab12</vt:lpwstr>')
  })

  it('asks for nothing when it opens, and compresses no marks', async () => {
    const xml = Object.values(partsOf(await docxOf())).join('')
    expect(xml).not.toContain('w:dirty')
    expect(xml).not.toContain('updateFields')
    expect(xml).toContain('<w:characterSpacingControl w:val="doNotCompress"/>')
    expect(xml).toContain('<w:overflowPunct w:val="0"/>')
    expect(xml).toContain('<w:widowControl w:val="0"/>')
    expect(xml).not.toContain('docGrid')
  })
})

describe('paragraphs', () => {
  it('have named styles and no empty ones for spacing', async () => {
    for (const one of await paragraphs()) {
      expect(styleOf(one)).toBeDefined()
      const carries =
        shown(one) !== '' || has(one, 'w:drawing') || has(one, 'w:pBdr') || has(one, 'w:sectPr') || styleOf(one) === 'Paragraph'
      expect(carries, styleOf(one)).toBe(true)
    }
  })

  it('take their Chinese fonts for quotes and dashes', async () => {
    const runs = all(await part('word/document.xml'), 'w:r').filter((run) => has(run, 'w:t'))
    for (const run of runs) expect(all(run, 'w:rFonts')[0]?.attributes['w:hint']).toBe('eastAsia')
  })

  it('indent by characters, and are headings where they have a level', async () => {
    const styles = all(await part('word/styles.xml'), 'w:style')
    const byId = (id: string): XmlNode => styles.find((style) => style.attributes['w:styleId'] === id)!
    expect(all(byId('Paragraph'), 'w:ind')[0]?.attributes).toMatchObject({ 'w:firstLineChars': '200', 'w:firstLine': '640' })
    expect(all(byId('Paragraph'), 'w:spacing')[0]?.attributes).toMatchObject({ 'w:line': '560', 'w:lineRule': 'exact' })
    expect(all(byId('ArticleTitle'), 'w:name')[0]?.attributes['w:val']).toBe('heading 2')
    expect(all(byId('ArticleTitle'), 'w:outlineLvl')[0]?.attributes['w:val']).toBe('1')
    expect(new Set(styles.map((style) => all(style, 'w:name')[0]?.attributes['w:val']?.toLowerCase())).size).toBe(styles.length)
  })

  it('begin a page where asked, but not where a section does it', async () => {
    expect(has(await paragraph('一、总体要求'), 'w:pageBreakBefore')).toBe(true)
    expect(has(await paragraph('【政策文件】', 1), 'w:pageBreakBefore')).toBe(false)
  })

  it('keep emphasis, faces, links and notes', async () => {
    const runs = all(await paragraph('“十四五”'), 'w:r')
    const marks = runs.map((run) =>
      [shown(run), all(run, 'w:rStyle')[0]?.attributes['w:val'] ?? '', has(run, 'w:b') ? 'b' : '', has(run, 'w:u') ? 'u' : ''].join('|'),
    )
    expect(marks).toEqual(
      ['“十四五”以来|||', '|FootnoteReference||', '，平台||b|', '达128个，|FaceKai||', '见说|Hyperlink||', '明与附件|||u'].map(
        (mark) => mark,
      ),
    )
    expect(partsOf(await docxOf())['word/_rels/document.xml.rels']).toContain(
      'Target="https://example.edu.cn/?a=1&amp;b=2" TargetMode="External"',
    )
  })

  it('set what follows a tab flush right', async () => {
    const list = blocks.map((block) => (block.role === 'signature' ? { ...block, text: '校长办公室\t2031年1月15日' } : block))
    const line = all(parseXml(partsOf(await docxOf(list))['word/document.xml'] ?? ''), 'w:p').find((one) => shown(one).startsWith('校长'))!
    expect(all(line, 'w:tabs')[0]?.children[0]?.attributes).toEqual({ 'w:val': 'right', 'w:pos': '8840' })
  })

  it('leave out what XML cannot hold', async () => {
    const list = blocks.map((block) => (block.role === 'signature' ? { ...block, text: '某\u0000某<大>\ud800学' } : block))
    const document = parseXml(partsOf(await docxOf(list))['word/document.xml'] ?? '')
    expect(all(document, 'w:p').map(shown)).toContain('某某<大>学')
  })
})

describe('contents', () => {
  it('are one field with stored numbers, an entry a link to its title', async () => {
    const column = await paragraph('【政策文件】\t1')
    const entry = await paragraph('关于加强')
    expect(all(column, 'w:instrText').map((one) => one.text.trim())).toEqual(['TOC \\o "1-2" \\h \\z \\u', 'PAGEREF _Toc100000001 \\h'])
    expect(shown(entry)).toMatch(/\t1$/)
    const anchor = all(entry, 'w:hyperlink')[0]?.attributes['w:anchor']
    expect(anchor).toBe('_Toc100000002')
    expect(all(await paragraph('关于加强', 1), 'w:bookmarkStart')[0]?.attributes['w:name']).toBe(anchor)
    const kinds = [...all(column, 'w:fldChar'), ...all(entry, 'w:fldChar')].map((one) => one.attributes['w:fldCharType'])
    expect(kinds.filter((kind) => kind === 'begin').length).toBe(kinds.filter((kind) => kind === 'end').length)
  })

  it('break where the pages break them', async () => {
    expect(shown(await paragraph('关于加强'))).toBe('关于加强科研平台建设、促进资源开放共享的若干意见的通\n知\t1')
  })

  it('set numbers flush with leaders', async () => {
    const styles = partsOf(await docxOf())['word/styles.xml'] ?? ''
    expect(styles).toContain('<w:tab w:val="right" w:leader="dot" w:pos="8842"/>')
  })
})

describe('sections', () => {
  it('count for themselves and carry their own furniture', async () => {
    const sections = all(await part('word/document.xml'), 'w:sectPr')
    expect(sections.map((one) => all(one, 'w:pgNumType')[0]?.attributes)).toEqual([
      { 'w:fmt': 'decimal', 'w:start': '1' },
      { 'w:fmt': 'upperRoman', 'w:start': '1' },
      { 'w:fmt': 'decimal', 'w:start': '1' },
    ])
    expect(sections.map((one) => all(one, 'w:footerReference').map((reference) => reference.attributes['w:type']))).toEqual(
      Array.from({ length: 3 }, () => ['default', 'even']),
    )
  })

  it('set folios outwards on odd and even pages, and none on the cover', async () => {
    const parts = partsOf(await docxOf())
    const footers = [1, 2, 3, 4, 5, 6].map((number) => parseXml(parts[`word/footer${number}.xml`] ?? ''))
    expect(footers.map(shown)).toEqual(['', '', '— 1 —', '— 1 —', '— 1 —', '— 1 —'])
    expect(footers.map((footer) => all(footer, 'w:jc')[0]?.attributes['w:val'])).toEqual([
      undefined,
      undefined,
      'right',
      'left',
      'right',
      'left',
    ])
  })

  it('say how many pages they have by the number on their last one', async () => {
    const layout = layoutOf()
    const body = layout.sections[2]!
    const footer = { ...body.footer!, pattern: '共 {pages} 页 第{page}页', place: 'center' as const }
    const sections = [layout.sections[0]!, { ...layout.sections[1]!, footer: null }, { ...body, footer }]
    const parts = partsOf(await writeDocx({ ...layout, sections }, pictures, options))
    const folio = Object.entries(parts).find(([path, xml]) => path.startsWith('word/footer') && xml.includes('共'))?.[1] ?? ''
    const instructions = all(parseXml(folio), 'w:instrText').map((one) => one.text.trim())
    expect(instructions).toEqual(['PAGEREF _LastPage3', 'PAGE'])
    expect(parts['word/document.xml']).toContain('w:name="_LastPage3"')
  })

  it('begin on a recto where a block must, and go on counting', async () => {
    const layout = layoutOf()
    const flow = layout.flow.map((block) =>
      block.kind === 'text' && block.text === '一、总体要求' ? { ...block, breakBefore: 'recto' as const } : block,
    )
    const document = parseXml(partsOf(await writeDocx({ ...layout, flow }, pictures, options))['word/document.xml'] ?? '')
    const last = all(document, 'w:sectPr').at(-1)!
    expect(all(last, 'w:type')[0]?.attributes['w:val']).toBe('oddPage')
    expect(all(last, 'w:pgNumType')[0]?.attributes).toEqual({ 'w:fmt': 'decimal' })
  })
})

describe('what is no plain paragraph', () => {
  it('tables repeat their head, keep rows whole, and span across and down', async () => {
    const [tbl] = all(await part('word/document.xml'), 'w:tbl')
    const rows = all(tbl!, 'w:tr')
    expect(rows.map((row) => [has(row, 'w:tblHeader'), has(row, 'w:cantSplit')])).toEqual([
      [true, true],
      [false, true],
      [false, true],
    ])
    const cells = rows.map((row) =>
      all(row, 'w:tc').map(
        (one) =>
          `${shown(one)}${all(one, 'w:gridSpan')[0]?.attributes['w:val'] ?? ''}${all(one, 'w:vMerge')
            .map((merge) => `|${merge.attributes['w:val'] ?? 'go on'}`)
            .join('')}`,
      ),
    )
    expect(cells).toEqual([
      ['项目', '年份2'],
      ['合计|restart', '12', '15'],
      ['|go on', '13', '16'],
    ])
    for (const row of rows) expect(all(row, 'w:tcW').reduce((sum, one) => sum + Number(one.attributes['w:w']), 0)).toBe(8840)
  })

  it('pictures stand in their line with their description', async () => {
    const [drawing] = all(await part('word/document.xml'), 'wp:docPr')
    expect(drawing?.attributes.descr).toBe('一座“桥”')
    expect(all(await part('word/document.xml'), 'wp:extent')[0]?.attributes).toEqual({ cx: '2540000', cy: '1270000' })
  })

  it('rules are borders as long as asked; one that begins a page holds the blank lines above it itself', async () => {
    const found = (await paragraphs()).find((one) => has(one, 'w:pBdr'))!
    expect(all(found, 'w:bottom')[0]?.attributes['w:color']).toBe('E60012')
    expect(all(found, 'w:ind')[0]?.attributes).toEqual({ 'w:left': '2950', 'w:right': '2950' })
    expect(all(found, 'w:spacing')[0]?.attributes).toMatchObject({ 'w:before': '0', 'w:line': '1420', 'w:lineRule': 'exact' })
    expect(has(found, 'w:pageBreakBefore')).toBe(true)
  })

  it('rows of a table ask for half a point less than they have: Word adds its rule', async () => {
    expect(all(await part('word/document.xml'), 'w:trHeight').map((row) => row.attributes['w:val'])).toEqual(['390', '390', '390'])
  })

  it('the rule over the notes stands in a line as high as a note', async () => {
    const separators = all(await part('word/footnotes.xml'), 'w:footnote').filter((one) => one.attributes['w:type'] !== undefined)
    expect(separators.map((one) => all(one, 'w:spacing')[0]?.attributes['w:lineRule'])).toEqual(['exact', 'exact'])
  })

  it('a note called twice is one note: its second mark is a raised figure', async () => {
    const twice = blocks.map((block) =>
      block.role === 'signature' ? { ...block, text: '见①', runs: [{ from: 1, to: 2, note: 'b12', position: 'sup' as const }] } : block,
    )
    const document = parseXml(partsOf(await docxOf(twice))['word/document.xml'] ?? '')
    expect(all(document, 'w:footnoteReference')).toHaveLength(1)
    expect(all(document, 'w:vertAlign')).toHaveLength(1)
  })

  it('list marks are counted by Word, and begin where the printed ones do', async () => {
    const items = (await paragraphs()).filter((one) => styleOf(one) === 'ListItem')
    expect(items.map((item) => `${all(item, 'w:numId')[0]?.attributes['w:val']} ${shown(item)}`)).toEqual([
      '1 统筹布局',
      '2 分类建设',
      '3 开放共享',
    ])
    const levels = all(await part('word/numbering.xml'), 'w:lvlText').map((one) => one.attributes['w:val'])
    expect(levels).toEqual(['%1．', '%1．', '——'])
  })

  it('notes are Word’s own footnotes, counted where marks run through', async () => {
    const footnotes = await part('word/footnotes.xml')
    expect(all(footnotes, 'w:footnote').map(shown)).toEqual(['', '', '含附属医院。'])
    expect(has(footnotes, 'w:footnoteRef')).toBe(true)
    expect((await paragraphs()).map(shown)).not.toContain('①含附属医院。')
  })

  it('notes keep their printed marks where these begin again', async () => {
    const second: SmallBlock = { role: 'footnote', text: '①含分校区。', markEnd: 1, section: 2, article: 1 }
    const calling: SmallBlock = {
      role: 'paragraph',
      text: '另有三个①。',
      section: 2,
      article: 1,
      runs: [
        { from: 0, to: 4 },
        { from: 4, to: 5, note: 'b14' },
        { from: 5, to: 6 },
      ],
    }
    const parts = partsOf(await docxOf([...blocks, calling, second]))
    expect(all(parseXml(parts['word/footnotes.xml'] ?? ''), 'w:footnote').map(shown)).toEqual(['', '', '①含附属医院。', '①含分校区。'])
    expect(parts['word/document.xml']).toContain('w:customMarkFollows="1"')
    const marks = all(parseXml(parts['word/footnotes.xml'] ?? ''), 'w:r').filter((run) => shown(run) === '①')
    expect(marks.map((run) => all(run, 'w:rStyle')[0]?.attributes['w:val'])).toEqual(['FootnoteReference', 'FootnoteReference'])
  })
})

describe('a document that carries its fonts', () => {
  it('holds each face once, veiled, under its own name and with the characters used', async () => {
    const docx = await writeDocx(layoutOf(), pictures, { ...options, embedFaces: faces })
    const files = unzipSync(docx)
    const table = parseXml(partsOf(docx)['word/fontTable.xml'] ?? '')
    const song = all(table, 'w:font').find((font) => font.attributes['w:name'] === 'Bianyin Song')!
    const key = all(song, 'w:embedRegular')[0]!.attributes['w:fontKey'] ?? ''
    const font = create(unveil(files['word/fonts/font1.odttf']!, key)) as unknown as {
      readonly familyName: string
      readonly characterSet: readonly number[]
    }
    expect(font.familyName).toBe('Bianyin Song')
    for (const character of '十四五A9，') expect(font.characterSet).toContain(character.codePointAt(0))
    expect(partsOf(docx)['word/styles.xml']).toContain('w:eastAsia="Bianyin Song"')
    expect(partsOf(docx)['word/settings.xml']).toContain('<w:embedTrueTypeFonts/>')
  })
})

/** Takes the veil off a carried font, as a word processor does. */
function unveil(bytes: Uint8Array, key: string): Uint8Array {
  const mask = Buffer.from(key.replace(/[{}-]/g, ''), 'hex').reverse()
  return bytes.map((byte, index) => (index < 32 ? byte ^ mask[index % 16]! : byte))
}

import { describe, expect, it } from 'vitest'
import { all, parseXml, partsOf, shown, type XmlNode } from '../../../../test/read-docx.js'
import { orderFaults } from '../../../../test/schema-order.js'
import { blocks, docxOf, has, layoutOf, options, paragraph, paragraphs, part, pictures, styleOf } from '../../testing/small-document.js'
import { writeDocx } from './write-docx.js'

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

import { unzipSync } from 'fflate'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { all, parseXml, partsOf, shown } from '../../../../test/read-docx.js'
import type { SmallBlock } from '../../../../test/small-layout.js'
import { blocks, docxOf, faces, has, layoutOf, options, paragraphs, part, pictures, styleOf } from '../../testing/small-document.js'
import { writeDocx } from './write-docx.js'

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

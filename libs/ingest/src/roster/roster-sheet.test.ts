import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeSheet } from '../sheet/write-sheet.js'
import { readRoster, writeRosterSheet } from './roster-sheet.js'
import { SAMPLE_ROSTER } from './sample-roster.js'
import { writeRosterCsv } from './write-roster-csv.js'

const HEAD = ['类别', '名称', '职务、旧称或文号', '起']

it('what is written is read again, as a workbook and as a text', async () => {
  expect(await readRoster(writeRosterSheet(SAMPLE_ROSTER), '名册.xlsx')).toEqual({ entries: SAMPLE_ROSTER, flaws: [] })
  expect(await readRoster(new TextEncoder().encode(writeRosterCsv(SAMPLE_ROSTER)), '名册.csv')).toEqual({
    entries: SAMPLE_ROSTER,
    flaws: [],
  })
})

it('the same roster gives the same bytes', () => expect(writeRosterSheet(SAMPLE_ROSTER)).toEqual(writeRosterSheet(SAMPLE_ROSTER)))

it('a cell that looks like a formula is text', async () => {
  const odd = [{ kind: 'source' as const, name: '=1+1<甲>&"乙"', others: [], note: '@x' }]
  expect((await readRoster(writeRosterSheet(odd), 'a.xlsx')).entries).toEqual(odd)
})

it('lines that say no entry are told by their number', async () => {
  const bytes = writeSheet('名册', [HEAD, ['来源', '新华社'], [], ['学校', '云岭大学']], [9])
  expect(await readRoster(bytes, 'a.xlsx')).toMatchObject({ entries: [{ name: '新华社' }], flaws: [{ row: 4, column: 'kind' }] })
})

describe('workbooks as other programs save them', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const book = (sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
    zipSync({
      'xl/workbook.xml': encode('<workbook><sheets><sheet name="a" r:id="rId7"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': encode('<Relationships><Relationship Id="rId7" Target="worksheets/sheet3.xml"/></Relationships>'),
      'xl/sharedStrings.xml': encode(
        `<sst>${[...HEAD, '机构更名', '新名', '旧名'].map((text) => `<si><t>${text}</t><rPh><t>pinyin</t></rPh></si>`).join('')}<si><r><t>数据</t></r><r><t>局</t></r></si></sst>`,
      ),
      'xl/styles.xml': encode(
        '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>',
      ),
      'xl/worksheets/sheet3.xml': encode(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
      ...more,
    })
  const head = `<row r="1">${HEAD.map((_, index) => `<c r="${'ABCD'[index]}1" t="s"><v>${index}</v></c>`).join('')}</row>`

  it('shared texts, days as numbers, empty cells left out', async () => {
    const row =
      '<row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3" t="s"><v>7</v></c><c r="C3" t="s"><v>6</v></c><c r="D3" s="1"><v>45064</v></c></row>'
    expect(await readRoster(book(head + row), 'a.xlsx')).toEqual({
      entries: [{ kind: 'body', name: '数据局', formerly: '旧名', from: '2023-05-18', note: '' }],
      flaws: [],
    })
  })

  it('a house’s own form of days, and what a formula came to', async () => {
    const row =
      '<row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" t="str"><f>A1&amp;"x"</f><v>新名</v></c><c r="C2" t="s"><v>6</v></c><c r="D2" s="2"><v>45064</v></c></row>'
    expect((await readRoster(book(head + row), 'a.xlsx')).entries).toMatchObject([{ name: '新名', from: '2023-05-18' }])
  })

  it.each([
    ['macros', { 'xl/vbaProject.bin': encode('x') }, 'ingest/macros'],
    ['a document type', { 'xl/worksheets/sheet3.xml': encode('<!DOCTYPE a><worksheet/>') }, 'ingest/doctype'],
    ['no sheet', { 'xl/workbook.xml': encode('<workbook><sheets><sheet r:id="x"/></sheets></workbook>') }, 'ingest/not-roster'],
    [
      'a row far down',
      { 'xl/worksheets/sheet3.xml': encode('<worksheet><sheetData><row r="999999999"/></sheetData></worksheet>') },
      'ingest/too-large',
    ],
    [
      'a column far out',
      { 'xl/worksheets/sheet3.xml': encode('<worksheet><sheetData><row r="1"><c r="ZZZ1"/></row></sheetData></worksheet>') },
      'ingest/too-large',
    ],
  ])('refused: %s', async (_, more, code) => {
    await expect(readRoster(book(head, more), 'a.xlsx')).rejects.toThrow(code)
  })

  it('refused: a zip that is none', async () => {
    await expect(readRoster(encode('PK\u0003\u0004xxxx'), 'a.xlsx')).rejects.toThrow('ingest/not-roster')
  })
})

import { describe, expect, it } from 'vitest'
import { rosterEntry } from '#lib/editorial'
import { readRosterCsv } from './read-roster-csv.js'
import { SAMPLE_ROSTER } from './sample-roster.js'
import { writeRosterCsv } from './write-roster-csv.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => readRosterCsv(bytes(text), '名册.csv')
const HEAD = '类别,名称,职务、旧称或文号,起,止,其他写法或错误写法,备注'

it('what is written is read again', () => {
  expect(SAMPLE_ROSTER.every((entry) => rosterEntry.safeParse(entry).success)).toBe(true)
  expect(read(writeRosterCsv(SAMPLE_ROSTER))).toEqual({ entries: SAMPLE_ROSTER, flaws: [] })
})

it('no cell is a formula, and each comes back as it was', () => {
  const starters = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '=cmd|"/c calc"!A1', '-2+3', '@SUM(1)', '+86', '="a"&"b"', "'=1"]
  const entries = starters.map((starter) => ({
    kind: 'source' as const,
    name: `${starter}甲`,
    others: [`${starter}乙`],
    note: `${starter},"丙`,
  }))
  const csv = writeRosterCsv(entries)
  const cells = csv
    .replace(/^\ufeff/, '')
    .split(/\r\n/)
    .slice(1)
    .flatMap((line) => line.split(','))
  expect(cells.filter((cell) => /^"?[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
  expect(read(csv).entries).toEqual(entries)
})

describe('files as spreadsheets save them', () => {
  it.each([
    ['commas', `${HEAD}\n人员职务,沈予安,校长,2021年3月,至今,,`],
    ['tabs', `${HEAD}\n人员职务,沈予安,校长,2021年3月,至今,,`.replaceAll(',', '\t')],
    ['semicolons', `${HEAD}\n人员职务,沈予安,校长,2021年3月,至今,,`.replaceAll(',', ';')],
    ['other order, fewer columns, blank lines', '名称,类别,职务、旧称或文号,起\r\n\r\n沈予安,人员职务,校长,2021/3\r\n,,,\r\n'],
    ['names of the wire', 'kind,name,value,from\nperson,沈予安,校长,2021-03'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({
      entries: [{ kind: 'person', name: '沈予安', office: '校长', from: '2021-03', to: null, note: '' }],
      flaws: [],
    })
  })

  it('GBK', () => {
    const gbk = [0xc0, 0xb4, 0xd4, 0xb4]
    const [head, tail] = `kind,name,note\nsource,@,`.split('@')
    expect(readRosterCsv(new Uint8Array([...bytes(head ?? ''), ...gbk, ...bytes(tail ?? '')]), 'a.csv').entries).toMatchObject([
      { name: '来源' },
    ])
  })

  it('several spellings in one cell', () => {
    expect(read(`${HEAD}\n来源,教育部网站,,,,教育部官网； 教育部门户网站;,`).entries).toMatchObject([
      { others: ['教育部官网', '教育部门户网站'] },
    ])
  })
})

describe('lines that say no entry are told, the others read', () => {
  it.each([
    ['学校,云岭大学,,,,,', 'kind'],
    ['机构更名,新名,旧名,,,,', 'from'],
    ['机构更名,新名,旧名,明年,,,', 'from'],
    ['机构更名,新名,,2023-05-18,,,', 'value'],
    ['人员职务,,校长,,,,', 'name'],
    ['会议,全国教育大会,,2024-02-30,,,', 'from'],
    ['会议,全国教育大会,,2024-09-10,2024-09-09,,', null],
  ])('%s', (line, column) => {
    const { entries, flaws } = read(`${HEAD}\n来源,新华社,,,,,\n${line}`)
    expect(entries).toHaveLength(1)
    expect(flaws).toMatchObject([{ row: 3, column }])
  })
})

it.each(['', '甲,乙\n1,2', '\u0000\u0001', '"'.repeat(9)])('no roster: %j', (text) => expect(() => read(text)).toThrow('ingest/not-roster'))
it('too large', () => expect(() => readRosterCsv(new Uint8Array(6 * 1024 * 1024), 'a.csv')).toThrow('ingest/too-large'))

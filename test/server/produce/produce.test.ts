import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '#lib/editorial'
import type { Report } from '../../../apps/server/src/editions/produce/report.js'
import { bianyin, withFolder } from './run.js'

const sample = 'templates/planning-and-decision/sample'
const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T
const sha256 = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

/** A folder with an issue.yaml and its files. */
async function writeIssue(folder: string, yaml: string, files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const input = join(folder, 'input')
  await mkdir(input)
  await writeFile(join(input, 'issue.yaml'), yaml)
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(input, name), bytes)
  return input
}

const oneArticle = 'publication: 江州简讯\nyear: 2024\nnumber: 3\ncolumns:\n  - articles: [one.md]\n'
const text = '---\ntitle: 江州省召开座谈会\nsource: 江州日报\nsourceDate: 2024-03-01\n---\n\n会议听取了意见。\n'

describe('produce', () => {
  it('makes a folder into PDF, DOCX, manifest and report, twice the same', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      const ran = await bianyin('produce', sample, '--out', out)
      expect([ran.code, ran.told]).toEqual([0, expect.stringContaining('生成 PDF，共')])
      const name = '云岭规划参考2025年第3期（总第27期）'
      expect((await readdir(out)).sort()).toEqual([`${name}.docx`, `${name}.pdf`, 'manifest.json', 'report.json'].sort())
      expect(ran.out.trim().split('\n').length).toBe(4)
      const [report, manifest] = [await json<Report>(join(out, 'report.json')), await json<Manifest>(join(out, 'manifest.json'))]
      expect(manifest).toMatchObject({ review: 'none', purpose: 'unreviewed', edition: 1, name })
      expect(report.columns.map((column) => [column.name, column.articles.length])).toEqual([
        ['政策文件', 3],
        ['院校资讯', 4],
        ['理论看点', 3],
      ])
      for (const file of report.files) expect(await sha256(join(out, file.name))).toBe(file.sha256)
      expect(manifest.articles.every((one) => one.snapshotSha256 !== null && one.pdfPage > 0)).toBe(true)
      expect(report.issue).toMatchObject({ publication: '云岭规划参考', year: 2025, number: 3, totalNumber: 27, date: '2025-03-31' })
      const again = join(folder, 'again')
      expect((await bianyin('produce', sample, '--out', again, '--json')).code).toBe(0)
      for (const file of report.files) expect(await sha256(join(again, file.name))).toBe(file.sha256)
    }))

  it('takes its own DOCX and its own PDF apart again: the same articles in the same columns', () =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      expect((await bianyin('produce', sample, '--out', out)).code).toBe(0)
      const made = await json<Report>(join(out, 'report.json'))
      const titles = ({ columns }: Report): string[] =>
        columns.flatMap(({ name, articles }) => articles.map((one) => `${name} ${one.title.replace(/\s/g, '')}`))
      for (const format of ['docx', 'pdf']) {
        const again = join(folder, format)
        expect((await bianyin('produce', join(out, `云岭规划参考2025年第3期（总第27期）.${format}`), '--out', again)).code).toBe(0)
        expect(titles(await json<Report>(join(again, 'report.json'))), format).toEqual(titles(made))
      }
    }))

  it('joins a house: the same issue again takes the place of the one before', () =>
    withFolder(async (folder) => {
      const input = await writeIssue(folder, oneArticle, { 'one.md': text })
      const data = join(folder, 'data')
      expect((await bianyin('produce', input, '--out', join(folder, 'a'), '--data', data)).code).toBe(0)
      await writeFile(join(input, 'one.md'), text.replace('听取了意见', '听取了各方意见'))
      expect((await bianyin('produce', input, '--out', join(folder, 'b'), '--data', data)).code).toBe(0)
      const [first, second] = [await json<Manifest>(join(folder, 'a/manifest.json')), await json<Manifest>(join(folder, 'b/manifest.json'))]
      expect(first.name).toBe('江州简讯2024年第3期')
      expect(first.contentHash).not.toBe(second.contentHash)
    }))

  it('takes facts given by hand, and leaves out what nobody knows', () =>
    withFolder(async (folder) => {
      const input = await writeIssue(folder, 'columns:\n  - articles: [one.md]\n', { 'one.md': text })
      const ran = await bianyin('produce', input, '--out', join(folder, 'out'))
      expect([ran.code, ran.told]).toEqual([0, expect.stringMatching(/没有刊名[\s\S]*没有期号[\s\S]*没有出版日期/)])
      const bare = await json<Report>(join(folder, 'out/report.json'))
      expect([bare.issue.publication, bare.issue.number, bare.files[0]?.name]).toEqual([null, null, 'input.pdf'])
      const flags = ['--publication', '江州简讯', '--year', '2024', '--number', '8', '--date', '2024-08-01']
      expect((await bianyin('produce', input, '--out', join(folder, 'named'), ...flags)).code).toBe(0)
      expect((await json<Report>(join(folder, 'named/report.json'))).files[0]?.name).toBe('江州简讯2024年第8期.pdf')
    }))

  it('says with 3 that findings stand at the level asked for', () =>
    withFolder(async (folder) => {
      const input = await writeIssue(folder, oneArticle, { 'one.md': text.replace('source: 江州日报\nsourceDate: 2024-03-01\n', '') })
      const ran = await bianyin('produce', input, '--out', join(folder, 'out'), '--fail-on', 'block')
      expect(ran.code).toBe(3)
      const { findings } = await json<Report>(join(folder, 'out/report.json'))
      expect(findings.filter((one) => one.severity === 'block').map((one) => one.rule)).toEqual(['missing-source'])
    }))
})

describe('bad input is one sentence and exit 2, with nothing written', () => {
  const binary = Uint8Array.from({ length: 2000 }, (_, n) => (n * 37) % 251)
  const cases: [string, string, Record<string, string | Uint8Array>, string[], RegExp][] = [
    ['a file that is not there', oneArticle, {}, [], /one\.md/],
    ['an empty file', oneArticle, { 'one.md': '' }, [], /one\.md/],
    ['a binary called .docx', oneArticle.replace('one.md', 'one.docx'), { 'one.docx': binary }, [], /one\.docx/],
    ['an unknown style', oneArticle, { 'one.md': text }, ['--style', 'no-such-style'], /no-such-style/],
    ['a description that is no YAML', 'columns: [', {}, [], /./],
    ['a file outside the folder', oneArticle.replace('one.md', '../one.md'), {}, [], /\.\.\/one\.md/],
    ['a character no face has', oneArticle, { 'one.md': text.replace('意见', '意见\u{1f9ff}') }, [], /\u{1f9ff}/u],
    ['a number that is none', oneArticle, { 'one.md': text }, ['--number', 'three'], /three/],
  ]
  it.each(cases)('%s', (_, yaml, files, flags, sentence) =>
    withFolder(async (folder) => {
      const out = join(folder, 'out')
      const ran = await bianyin('produce', await writeIssue(folder, yaml, files), '--out', out, ...flags)
      expect([ran.code, ran.out]).toEqual([2, ''])
      const last = ran.told.trim().split('\n').at(-1) ?? ''
      expect(last).toMatch(sentence)
      expect(last).not.toMatch(/[a-z]+\/[a-z-]+/)
      expect(existsSync(out) ? await readdir(out) : []).toEqual([])
    }),
  )
  it('an input that is not there', () =>
    withFolder(async (folder) => {
      const ran = await bianyin('produce', join(folder, 'nothing'), '--out', join(folder, 'out'))
      expect([ran.code, ran.told]).toEqual([2, expect.stringContaining('没有找到')])
    }))
})

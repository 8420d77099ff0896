import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportedAnswer } from '#lib/editorial'
import type { Report } from '../../../apps/server/src/editions/produce/report.js'
import { bianyin, withFolder } from './run.js'

/** Real bulletins lie beside the project where it is built, never in it. */
const bulletins = '../shared/bulletins'

interface Truth {
  readonly sections: readonly {
    readonly articles: readonly { readonly title: string; readonly startLine: number; readonly endLine: number }[]
  }[]
}

const truthOf = async (name: string): Promise<Truth> => JSON.parse(await readFile(join(bulletins, `${name}.truth.json`), 'utf8')) as Truth
const plain = (title: string): string => title.normalize('NFKC').replace(/\s+/g, '')

/** What is not there is not counted as skipped. */
if (!existsSync(bulletins)) it('no real bulletins lie beside the project', () => expect(existsSync(bulletins)).toBe(false))
else describe('real bulletins', realBulletins)

function realBulletins(): void {
  it.each([
    ['planning-and-decision-2024-10', 16],
    ['jsut-digest-2023-12', 5],
  ])('%s gives its %i articles, every line accounted for', (name, articles) =>
    withFolder(async (folder) => {
      const ran = await bianyin('produce', join(bulletins, `${name}.txt`), '--out', folder, '--style', 'planning-and-decision')
      expect(ran.code, ran.told).toBe(0)
      const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as Report
      const made = report.columns.flatMap((column) => column.articles)
      const truth = (await truthOf(name)).sections.flatMap((section) => section.articles)
      expect(made.length).toBe(articles)
      expect(made.map((one) => plain(one.title))).toEqual(truth.map((one) => plain(one.title)))
      expect(made.map((one) => one.lines)).toEqual(truth.map((one) => [one.startLine, one.endLine]))
      const { nonBlank = 0, frontMatter = 0, contents = 0, labels = 0, articles: inArticles = 0, residue = [] } = report.lines ?? {}
      expect(frontMatter + contents + labels + inArticles + residue.length).toBe(nonBlank)
      expect(made.map((one) => one.pdfPage)).toEqual(made.map((one) => one.pdfPage).sort((a, b) => a - b))
    }),
  )

  it('are taken into the archive', () =>
    withFolder(async (folder) => {
      const ran = await bianyin('import', join(bulletins, 'planning-and-decision-2024-10.txt'), '--data', folder, '--json')
      const imported = JSON.parse(ran.out) as ImportedAnswer
      expect([ran.code, imported.columns.map((column) => column.articles.length)]).toEqual([0, [6, 3, 7]])
      expect((await bianyin('import', join(bulletins, 'jsut-digest-2023-12.txt'), '--data', folder)).told).toContain('--publication')
    }))
}

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Block, blockText } from '#lib/editorial'
import type { BulletinImport } from './bulletin-import.js'
import { importBulletin } from './import-bulletin.js'

/** The real bulletins beside the project, where they are: their truth files say what must come out. */
const folder = new URL('../../../../../shared/bulletins/', import.meta.url)
const names = ['planning-and-decision-2024-10', 'jsut-digest-2023-12'].filter((name) => existsSync(new URL(`${name}.txt`, folder)))

interface TrueArticle {
  title: string
  subtitle: string | null
  author: string | null
  source: string | null
  date: string | null
  documentNumber: string | null
  documentDate?: string
  tocPage: number | null
  startLine: number
  endLine: number
  bodyStartLine: number
  bodyEndLine: number
}

interface Truth {
  publication: Record<string, unknown> & { footerLine?: number }
  sections: { name: string | null; articles: TrueArticle[] }[]
}

describe.each(names)('%s', (name) => {
  const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8')
  const truth = JSON.parse(readFileSync(new URL(`${name}.truth.json`, folder), 'utf8')) as Truth
  const bulletin = importBulletin({ text, name })

  it('gives its columns and articles, with title, source, dates, numbers and lines', () => {
    const expected = truth.sections.map((section) => ({ name: section.name, articles: section.articles.map(expectedArticle) }))
    expect(bulletin.columns.map((column) => ({ name: column.name, articles: column.articles.map(foundArticle) }))).toEqual(expected)
  })

  it('gives the cover facts', () => {
    const { name: publication, publisher, year, number, totalNumber, editors, contact } = truth.publication
    expect(bulletin.facts).toMatchObject({ publication, publisher, year, number, totalNumber, editors, contact })
  })

  it('accounts for every line', () => {
    const { nonBlank, frontMatter, contents, labels, articles, residue } = bulletin.lines
    expect(nonBlank).toBe(text.split('\n').filter((line) => line.trim() !== '').length)
    expect(frontMatter + contents + labels + articles + residue.length).toBe(nonBlank)
    expect(residue).toEqual(truth.publication.footerLine === undefined ? [] : [truth.publication.footerLine])
  })

  it('keeps every character of every body', () => {
    const lines = text.split('\n')
    const footer = truth.publication.footerLine
    const articles = bulletin.columns.flatMap((column) => column.articles)
    truth.sections
      .flatMap((section) => section.articles)
      .forEach((article, index) => {
        const given = lines.filter((_, at) => at >= article.bodyStartLine - 1 && at < article.bodyEndLine && at + 1 !== footer).join('')
        const blocks = articles[index]?.content.blocks.filter((block) => block.kind !== 'attribution') ?? []
        expect(blocks.map(said).join('').replace(/\s/g, '')).toBe(given.replace(/\s/g, ''))
      })
  })
})

/** A turn's colon belongs to the form, not to the text. */
const said = (block: Block): string => (block.kind === 'turn' ? blockText(block).replace('\n', '：') : blockText(block))

const expectedArticle = ({
  title,
  subtitle,
  author,
  source,
  date,
  documentNumber,
  documentDate,
  tocPage,
  startLine,
  endLine,
}: TrueArticle) => ({
  title,
  subtitle,
  author,
  source,
  date,
  documentNumber,
  documentDate: documentDate ?? null,
  tocPage,
  lines: [startLine, endLine],
})

/** The truth's `date` is the one date in the head: of the source, else the bracketed one under the title. */
const foundArticle = ({ content, lines, contentsPage }: BulletinImport['columns'][number]['articles'][number]) => ({
  title: content.title,
  subtitle: content.subtitle,
  author: content.author,
  source: content.source,
  date: content.sourceDate ?? (content.source === null ? null : content.documentDate),
  documentNumber: content.documentNumber,
  documentDate: content.documentDate,
  tocPage: contentsPage,
  lines: [...lines],
})

if (names.length === 0) it('has no real bulletins beside the project', () => expect(names).toEqual([]))

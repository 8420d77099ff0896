import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ArticleContent, articlesInOrder, blockText } from '#lib/editorial'
import { type BulletinImport, readBulletin } from '#lib/ingest'
import { writeDocx, writePdf } from '#lib/press'
import { createTypesetter, type Layout } from '#lib/typeset'
import { run, tool } from '../tools.js'
import { everyIssue, type IssueAtHand, picturesOf, shippedFaces } from './issues-at-hand.js'

const solid = (text: string): string => text.replace(/\s/g, '')

/** Paragraphs and headings of an issue: what a reader must give back whole. */
const paragraphsOf = (issue: IssueAtHand['issue']): string[] =>
  articlesInOrder(issue).flatMap(({ article }) =>
    article.blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? [solid(blockText(block))] : [])),
  )

const figuresOf = (blocks: readonly { readonly kind: string }[]): number => blocks.filter((block) => block.kind === 'figure').length

/** Each column with how many articles it holds. */
const columnsOf = (columns: readonly { readonly name: string | null; readonly articles: readonly unknown[] }[]): string[] =>
  columns.map(({ name, articles }) => `${name ?? ''} ${articles.length}`)

/** What the head of an article says of where it comes from. */
const headOf = ({ source, sourceDate, documentNumber }: ArticleContent): string => [source, sourceDate, documentNumber].join(' | ')

/** What can be read back: a house style that prints no dates gives none. */
const printedHead = (article: ArticleContent, { articles: { source } }: IssueAtHand['template']): string =>
  headOf(source.dated === null ? { ...article, sourceDate: null } : article)

interface Back {
  readonly titles: readonly string[]
  readonly columns: readonly string[]
  readonly heads: readonly string[]
  readonly paragraphs: ReadonlySet<string>
  readonly figures: number
  /** Lines that are in no place, or in two. */
  readonly unaccounted: number
}

function backOf(read: BulletinImport): Back {
  const contents = read.columns.flatMap((column) => column.articles.map((one) => one.content))
  const blocks = contents.flatMap((content) => content.blocks)
  return {
    titles: contents.map((content) => content.title),
    columns: columnsOf(read.columns.map(({ name, articles }) => ({ name, articles: articles.map((one) => one.content) }))),
    heads: contents.map(headOf),
    paragraphs: new Set(blocks.flatMap((block) => blockText(block).split('\n').map(solid))),
    figures: figuresOf(blocks),
    unaccounted:
      read.lines.nonBlank -
      read.lines.frontMatter -
      read.lines.contents -
      read.lines.labels -
      read.lines.articles -
      read.lines.residue.length,
  }
}

const told: string[] = []

function compare(what: string, { issue, template }: IssueAtHand, back: Back, share: number): void {
  const wanted = paragraphsOf(issue)
  const missed = wanted.filter((text) => !back.paragraphs.has(text))
  told.push(`${what}: ${wanted.length} paragraphs, ${missed.length} not exact`)
  if (process.env.SHOW_MISSED !== undefined)
    console.log(
      told.at(-1),
      missed.map((text) => text.slice(0, 60)),
    )
  expect(back.titles).toEqual(articlesInOrder(issue).map(({ article }) => article.title))
  expect(back.unaccounted).toBe(0)
  expect(back.columns).toEqual(columnsOf(issue.columns))
  expect(back.heads).toEqual(articlesInOrder(issue).map(({ article }) => printedHead(article, template)))
  expect(back.figures).toBe(figuresOf(articlesInOrder(issue).flatMap(({ article }) => article.blocks)))
  expect(missed.length, missed.map((text) => text.slice(0, 40)).join('\n')).toBeLessThanOrEqual(share * wanted.length)
}

const faces = shippedFaces()

/** An issue laid out once, with its DOCX. */
interface Printed extends IssueAtHand {
  readonly layout: Layout
  docx(): Promise<Uint8Array>
}

function printed(one: IssueAtHand): Printed {
  const layout = createTypesetter(one.template, faces).layOut(one.issue)
  let kept: Promise<Uint8Array> | null = null
  return { ...one, layout, docx: () => (kept ??= writeDocx(layout, picturesOf(one.name), { producer: 'test' })) }
}

const issues = everyIssue().map(printed)
const samples = issues.filter(({ name }) => name.startsWith('sample'))
const digest = samples.find(({ name }) => name.endsWith('digest')) as Printed

/** Documents as LibreOffice saves them in another format: one call for all, since it takes longer to start than to convert. */
async function converted(all: readonly Printed[], format: 'pdf' | 'rtf' | 'doc'): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), 'read-back-'))
  try {
    const files = all.map((_, index) => join(folder, `${index}.docx`))
    for (const [index, one] of all.entries()) writeFileSync(files[index]!, await one.docx())
    run(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', format, '--outdir', folder, ...files],
      180_000,
    )
    return all.map((_, index) => new Uint8Array(readFileSync(join(folder, `${index}.${format}`))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.each(issues)('$name, read back', (one) => {
  const { name } = one

  it('from our own PDF', async () => {
    const bytes = await writePdf(one.layout, faces, picturesOf(name), { producer: 'test' })
    compare(`${name}, our PDF`, one, backOf(await readBulletin({ bytes, name: `${name}.pdf` })), 0.02)
  })

  it('from our own DOCX', async () => {
    compare(`${name}, our DOCX`, one, backOf(await readBulletin({ bytes: await one.docx(), name: `${name}.docx` })), 0.02)
  })
})

const withOffice = tool('soffice') !== null

if (withOffice)
  it('the samples come back from the PDFs LibreOffice makes of them', async () => {
    const files = await converted(samples, 'pdf')
    for (const [index, sample] of samples.entries())
      compare(
        `${sample.name}, LibreOffice's PDF`,
        sample,
        backOf(await readBulletin({ bytes: files[index]!, name: `${sample.name}.pdf` })),
        0.02,
      )
  }, 240_000)

if (withOffice)
  it.each(['rtf', 'doc'] as const)(
    'a digest saved as %s comes back too',
    async (format) => {
      const [bytes] = await converted([digest], format)
      compare(`${digest.name}, ${format}`, digest, backOf(await readBulletin({ bytes: bytes!, name: `a.${format}` })), 0.02)
    },
    120_000,
  )

it('says how much came back', () => console.log(told.join('\n')))

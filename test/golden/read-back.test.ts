import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articlesInOrder, blockText } from '#lib/editorial'
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

interface Back {
  readonly titles: readonly string[]
  readonly paragraphs: ReadonlySet<string>
  readonly figures: number
}

function backOf(read: BulletinImport): Back {
  const contents = read.columns.flatMap((column) => column.articles.map((one) => one.content))
  const blocks = contents.flatMap((content) => content.blocks)
  return {
    titles: contents.map((content) => content.title),
    paragraphs: new Set(blocks.flatMap((block) => blockText(block).split('\n').map(solid))),
    figures: figuresOf(blocks),
  }
}

const told: string[] = []

function compare(what: string, issue: IssueAtHand['issue'], back: Back, share: number): void {
  const wanted = paragraphsOf(issue)
  const missed = wanted.filter((text) => !back.paragraphs.has(text))
  told.push(`${what}: ${wanted.length} paragraphs, ${missed.length} not exact`)
  if (process.env.SHOW_MISSED !== undefined)
    console.log(
      told.at(-1),
      missed.map((text) => text.slice(0, 60)),
    )
  expect(back.titles).toEqual(articlesInOrder(issue).map(({ article }) => article.title))
  expect(back.figures).toBe(figuresOf(articlesInOrder(issue).flatMap(({ article }) => article.blocks)))
  expect(missed.length, missed.map((text) => text.slice(0, 40)).join('\n')).toBeLessThanOrEqual(share * wanted.length)
}

/** A DOCX as LibreOffice saves it in another format. */
function converted(docx: Uint8Array, format: 'pdf' | 'rtf' | 'doc'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'read-back-'))
  try {
    writeFileSync(join(folder, 'a.docx'), docx)
    run(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', format, '--outdir', folder, join(folder, 'a.docx')],
      180_000,
    )
    return new Uint8Array(readFileSync(join(folder, `a.${format}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.each(everyIssue())('$name, read back', ({ issue, template, name }: IssueAtHand) => {
  const faces = shippedFaces()
  let kept: Layout | null = null
  const layout = (): Layout => (kept ??= createTypesetter(template, faces).layOut(issue))
  const docx = (): Promise<Uint8Array> => writeDocx(layout(), picturesOf(name), { producer: 'test' })

  it('from our own PDF', async () => {
    const bytes = await writePdf(layout(), faces, picturesOf(name), { producer: 'test' })
    compare(`${name}, our PDF`, issue, backOf(await readBulletin({ bytes, name: `${name}.pdf` })), 0.02)
  })

  it('from our own DOCX', async () => {
    compare(`${name}, our DOCX`, issue, backOf(await readBulletin({ bytes: await docx(), name: `${name}.docx` })), 0.02)
  })

  it.skipIf(tool('soffice') === null || !name.startsWith('sample'))(
    'from the PDF LibreOffice makes of it',
    async () => {
      const bytes = converted(await docx(), 'pdf')
      compare(`${name}, LibreOffice's PDF`, issue, backOf(await readBulletin({ bytes, name: `${name}.pdf` })), 0.02)
    },
    240_000,
  )
})

it.skipIf(tool('soffice') === null).each(['rtf', 'doc'] as const)(
  'a digest saved as %s comes back too',
  async (format) => {
    const { issue, template, name } = everyIssue().find((one) => one.name === 'sample of digest') as IssueAtHand
    const layout = createTypesetter(template, shippedFaces()).layOut(issue)
    const docx = await writeDocx(layout, picturesOf(name), { producer: 'test' })
    const read = await readBulletin({ bytes: converted(docx, format), name: `a.${format}` })
    compare(`${name}, ${format}`, issue, backOf(read), 0.02)
  },
  120_000,
)

it('says how much came back', () => console.log(told.join('\n')))

import { describe, expect, it } from 'vitest'
import { articlesInOrder, blockText } from '#lib/editorial'
import { type BulletinImport, readBulletin } from '#lib/ingest'
import { writePdf } from '#lib/press'
import { createTypesetter } from '#lib/typeset'
import { everyIssue, type IssueAtHand, picturesOf, shippedFaces } from './issues-at-hand.js'

const solid = (text: string): string => text.replace(/\s/g, '')

/** Paragraphs of an issue that are running text: what a reader of the PDF must give back whole. */
const paragraphsOf = (issue: IssueAtHand['issue']): string[] =>
  articlesInOrder(issue).flatMap(({ article }) =>
    article.blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? [solid(blockText(block))] : [])),
  )

const readParagraphs = (read: BulletinImport): Set<string> =>
  new Set(
    read.columns.flatMap((column) =>
      column.articles.flatMap((one) => one.content.blocks.flatMap((block) => blockText(block).split('\n').map(solid))),
    ),
  )

describe.each(everyIssue())('$name, read back from our own PDF', ({ issue, template, name }: IssueAtHand) => {
  const faces = shippedFaces()
  const print = () => writePdf(createTypesetter(template, faces).layOut(issue), faces, picturesOf(name), { producer: 'test' })

  it('has its paragraphs and headings whole, its titles in order', async () => {
    const read = await readBulletin({ bytes: await print(), name: `${name}.pdf` })
    const given = readParagraphs(read)
    const wanted = paragraphsOf(issue)
    const missed = wanted.filter((text) => !given.has(text))
    console.log(`${name}: ${wanted.length} paragraphs, ${missed.length} not exact, pictures ${read.pictures.length}`)
    if (process.env.SHOW_MISSED !== undefined) console.log(missed.map((text) => text.slice(0, 60)).join('\n'))
    const titles = read.columns.flatMap((column) => column.articles.map((one) => one.content.title))
    expect(titles).toEqual(articlesInOrder(issue).map(({ article }) => article.title))
    expect(missed.length, missed.map((text) => text.slice(0, 40)).join('\n')).toBeLessThanOrEqual(0.02 * wanted.length)
  })
})

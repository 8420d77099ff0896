import { invalid, type Warning } from '#lib/editorial'
import { type Profile, profileLines } from '../text/profile.js'
import type { TextLine } from '../text/text-lines.js'
import { readBody } from './article-body.js'
import { readHead } from './article-head.js'
import type { BulletinImport, Doubt, ImportedArticle, ImportedColumn, LineAccount } from './bulletin-import.js'
import { type BulletinSource, type Notes, notesOf, textSource } from './bulletin-source.js'
import { type ContentsPage, readContentsPage } from './contents-page.js'
import { readCover } from './cover.js'
import { findDamage } from './damage.js'
import { findFurniture } from './furniture.js'
import { type Plan, type PlannedArticle, planFromBody, planFromContents } from './plan.js'
import { styleOf } from './style-of.js'
import { readTitle } from './title-text.js'

/** Takes a past bulletin apart that is plain text. Refuses only an empty one (`ingest/empty`); everything odd is a doubt, and every line is accounted for. */
export const importBulletin = (input: { readonly text: string; readonly name: string }): BulletinImport =>
  importSource(textSource(input.text), input.name)

/** The same for a bulletin of any format, already read into lines. */
export function importSource(source: BulletinSource, name: string): BulletinImport {
  const all = source.lines
  if (all.length === 0) throw invalid('ingest/empty', { name })
  const contents = readContentsPage(all)
  const coverLines = all.slice(0, contents?.from ?? coverEnd(all))
  const rest = all.slice(contents?.end ?? coverLines.length)
  const furniture = findFurniture(rest, source.feet)
  const body = rest.filter((line) => !furniture.lines.has(line.number))
  const plan = contents === null ? planFromBody(body) : planFromContents(contents, body)
  const profile = profileLines(all)
  const columns = readColumns(plan, body, { profile, notes: source.notes })
  const facts = { ...readCover(coverLines), editors: furniture.editors, contact: furniture.contact }
  const damage = findDamage(all.map((line) => line.text).join('\n'))
  const lines = account(all, coverLines.length, contents, plan, body, columns)
  return {
    profile: profile.kind,
    facts,
    columns,
    lines,
    damage,
    doubts: [
      ...doubtsOf(plan, columns, lines, furniture.lines, damage.detected),
      ...source.warnings.map((warning): Doubt => ({ ...warning, line: null })),
    ],
    pictures: source.pictures,
    style: styleOf(facts, columns, contents),
  }
}

/** House: without a contents page the cover is at most the dozen lines up to the number. */
const LONGEST_COVER = 12

function coverEnd(lines: readonly TextLine[]): number {
  const numbered = lines
    .slice(0, LONGEST_COVER)
    .findIndex((line) => /第\s*[\d一二三四五六七八九十百〇]+\s*期/.test(line.text) && line.text.length <= 40)
  if (numbered < 0) return 0
  const dated = /^[^，。；]{0,24}\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?$/.test(lines[numbered + 1]?.text ?? '')
  return numbered + (dated ? 2 : 1)
}

interface Reading {
  readonly profile: Profile
  readonly notes: Notes
}

function readColumns(plan: Plan, body: readonly TextLine[], reading: Reading): ImportedColumn[] {
  const starts = plan.columns.flatMap((column) => column.articles.map((article) => article.at))
  const stops = new Set([...starts, ...plan.labels, body.length])
  return plan.columns.map((column) => ({
    name: column.name,
    articles: column.articles.map((article) => {
      const end = Math.min(...[...stops].filter((stop) => stop > article.at))
      return readArticle(article, body.slice(article.at, end), reading)
    }),
  }))
}

function readArticle(planned: PlannedArticle, lines: readonly TextLine[], reading: Reading): ImportedArticle {
  const titleLines = lines.slice(0, planned.used)
  const title = readTitle(
    titleLines.map((line) => line.text),
    planned.entry?.text ?? null,
  )
  const head = readHead(lines.slice(planned.used))
  const body = readBody(lines.slice(planned.used + head.used), reading.profile, head.fields.source !== null)
  const { fields } = head
  const content = {
    ...fields,
    title: title.title,
    subtitle: title.subtitle ?? fields.subtitle,
    author: title.author ?? fields.author,
    source: fields.source ?? body.closing?.source ?? null,
    sourceDate: fields.sourceDate ?? body.closing?.date ?? null,
    documentDate: fields.documentDate ?? body.signedOn,
    url: null,
    blocks: body.blocks,
    notes: notesOf(body.blocks, reading.notes),
  }
  const closing = body.closing === null ? [] : [{ field: 'source' as const, from: `第 ${body.closing.line} 行` }]
  return {
    content,
    lines: [lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0],
    contentsPage: planned.entry?.page ?? null,
    provenance: [{ field: 'title', from: `第 ${titleLines.map((line) => line.number).join('、')} 行` }, ...head.provenance, ...closing],
    warnings: warningsOf(content),
    changes: body.changes,
  }
}

function warningsOf(content: {
  source: string | null
  sourceDate: string | null
  documentNumber: string | null
  documentDate: string | null
}): Warning[] {
  if (content.source === null && content.documentNumber === null) return [{ code: 'ingest/no-source' }]
  return content.source !== null && content.sourceDate === null && content.documentDate === null ? [{ code: 'ingest/no-date' }] : []
}

function account(
  all: readonly TextLine[],
  cover: number,
  contents: ContentsPage | null,
  plan: Plan,
  body: readonly TextLine[],
  columns: readonly ImportedColumn[],
): LineAccount {
  const inContents = contents === null ? 0 : contents.end - contents.from
  const labels = new Set([...plan.labels].map((index) => body[index]?.number))
  const ranges = columns.flatMap((column) => column.articles.map((article) => article.lines))
  const inBody = new Set(body.map((line) => line.number))
  const outside = all.slice(cover + inContents).filter((line) => !labels.has(line.number))
  const inArticle = outside.filter(
    (line) => inBody.has(line.number) && ranges.some(([first, last]) => line.number >= first && line.number <= last),
  )
  const placed = new Set(inArticle)
  const residue = outside.filter((line) => !placed.has(line)).map((line) => line.number)
  return { nonBlank: all.length, frontMatter: cover, contents: inContents, labels: labels.size, articles: inArticle.length, residue }
}

function doubtsOf(
  plan: Plan,
  columns: readonly ImportedColumn[],
  lines: LineAccount,
  furniture: ReadonlySet<number>,
  damaged: boolean,
): Doubt[] {
  const articles = columns.flatMap((column) => column.articles)
  const doubts: Doubt[] = [
    ...plan.doubts,
    ...articles.flatMap((article) =>
      article.warnings.map((warning): Doubt => ({ code: warning.code, params: { title: article.content.title }, line: article.lines[0] })),
    ),
    ...lines.residue.map((line): Doubt => ({ code: furniture.has(line) ? 'ingest/removed-line' : 'ingest/unplaced-line', line })),
    ...articles
      .filter((article) => article.content.blocks.length === 0)
      .map((article): Doubt => ({ code: 'ingest/no-body', params: { title: article.content.title }, line: article.lines[0] })),
    ...(damaged ? [{ code: 'ingest/damaged-text', line: null }] : []),
  ]
  return doubts.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

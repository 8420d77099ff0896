import type { Warning } from '#lib/editorial'
import { fitContent } from '../fit-content.js'
import type { Profile } from '../text/profile.js'
import type { TextLine } from '../text/text-lines.js'
import { readBody } from './article-body.js'
import { readHead } from './article-head.js'
import type { ImportedArticle, ImportedColumn } from './bulletin-import.js'
import { type Notes, notesOf } from './bulletin-source.js'
import type { Plan, PlannedArticle } from './plan.js'
import { titleFrom } from './title-text.js'

interface Reading {
  readonly profile: Profile
  readonly notes: Notes
}

/** Every planned article read closely: title, head, body. An article goes to the next title or label. */
export function readColumns(plan: Plan, body: readonly TextLine[], reading: Reading): ImportedColumn[] {
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
  const title = titleFrom(
    titleLines.map(({ text, piece }) => ({ text, isKicker: piece?.kind === 'text' && piece.kicker === true })),
    planned.entry?.text ?? null,
  )
  const head = readHead(lines.slice(planned.used))
  const body = readBody(lines.slice(planned.used + head.used), reading.profile, head.fields.source !== null)
  const { fields } = head
  const fitted = fitContent({
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
  })
  const { content, places } = fitted
  const closing = body.closing === null ? [] : [{ field: 'source' as const, from: `第 ${body.closing.line} 行` }]
  return {
    content,
    lines: [lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0],
    contentsPage: planned.entry?.page ?? null,
    provenance: [{ field: 'title', from: `第 ${titleLines.map((line) => line.number).join('、')} 行` }, ...head.provenance, ...closing],
    warnings: [...warningsOf(content), ...(fitted.changed ? [{ code: 'ingest/made-to-fit' }] : [])],
    changes: body.changes.map((change) => ({ ...change, block: change.block === null ? null : (places[change.block] ?? change.block) })),
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

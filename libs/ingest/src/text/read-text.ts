import type { Manuscript, Warning } from '#lib/editorial'
import { readBody } from '../bulletin/article-body.js'
import { readHead } from '../bulletin/article-head.js'
import { findFurniture } from '../bulletin/furniture.js'
import { readTitle } from '../bulletin/title-text.js'
import { finishManuscript } from '../finish-manuscript.js'
import { isTitleLike, readNumbering } from '../forms/numbering.js'
import { profileLines } from './profile.js'
import { type TextLine, textLines } from './text-lines.js'

/** One article as plain text: title on the first lines, then perhaps subtitle, source, number and person, then the body. */
export function readText(text: string): Manuscript {
  const all = textLines(text)
  const furniture = findFurniture(all)
  const lines = all.filter((line) => !furniture.lines.has(line.number))
  const profile = profileLines(lines)
  const count = titleLines(lines)
  const title = readTitle(
    lines.slice(0, count).map((line) => line.text),
    null,
  )
  const head = readHead(lines.slice(count))
  const body = readBody(lines.slice(count + head.used), profile, head.fields.source !== null)
  const content = {
    ...head.fields,
    title: title.title,
    subtitle: title.subtitle ?? head.fields.subtitle,
    author: title.author ?? head.fields.author,
    source: head.fields.source ?? body.closing?.source ?? null,
    sourceDate: head.fields.sourceDate ?? body.closing?.date ?? null,
    documentDate: head.fields.documentDate ?? body.signedOn,
    url: null,
    blocks: body.blocks,
    notes: {},
  }
  const from = (line: number): string => `第 ${line} 行`
  const provenance = [
    ...(count === 0 ? [] : [{ field: 'title' as const, from: from(lines[0]?.number ?? 1) }]),
    ...head.provenance,
    ...(body.closing === null ? [] : [{ field: 'source' as const, from: from(body.closing.line) }]),
  ]
  return finishManuscript({ content, provenance, warnings: missing(content), pictures: [] })
}

/** What the title of an official document ends with. Source: GB/T 9704-2012, kinds of documents. */
const DOCUMENT_END = /(?:通知|通报|意见|办法|方案|规定|决定|报告|请示|批复|函|公告|通告|纪要|决议|公报|规划|计划)$/

/** House: a title has one or two lines of at most 60 characters and no full stop; a text that opens with a sentence has none. */
const LONGEST_TITLE = 60

function titleLines(lines: readonly TextLine[]): number {
  const [first, second, third] = lines.map((line) => line.text)
  if (first === undefined || !isTitle(first)) return 0
  const leans =
    second !== undefined &&
    isTitle(second) &&
    (/[，、的和与及对]$|《[^》]*$/.test(first) ||
      /^(?:关于|的|与|和|暨)/.test(second) ||
      (first.includes('关于') && DOCUMENT_END.test(second) && !DOCUMENT_END.test(first)))
  return leans && third !== undefined ? 2 : 1
}

const isTitle = (text: string): boolean =>
  (isTitleLike(text) || /^\S.{4,}[^。；：]$/.test(text)) &&
  text.length <= LONGEST_TITLE &&
  !/[。；]/.test(text.replace(/《[^》]*》|“[^”]*”/g, '')) &&
  readNumbering(text) === null

/** What an article needs before it can be used, and did not bring. */
export function missing(content: {
  title: string
  source: string | null
  sourceDate: string | null
  documentNumber: string | null
}): Warning[] {
  const warnings: Warning[] = content.title === '' ? [{ code: 'ingest/no-title' }] : []
  if (content.source === null && content.documentNumber === null) return [...warnings, { code: 'ingest/no-source' }]
  return content.source !== null && content.sourceDate === null ? [...warnings, { code: 'ingest/no-date' }] : warnings
}

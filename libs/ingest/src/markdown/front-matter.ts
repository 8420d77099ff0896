import { parse } from 'yaml'
import { type ArticleContent, invalid, type Provenance, readDate } from '#lib/editorial'

export type Head = Omit<ArticleContent, 'blocks' | 'notes'>

export const EMPTY_HEAD: Head = {
  title: '',
  subtitle: null,
  author: null,
  source: null,
  sourceDate: null,
  url: null,
  documentNumber: null,
  documentDate: null,
}

/** The keys of the front matter, in English or as an editor would write them. */
const KEYS: Readonly<Record<string, keyof Head>> = {
  title: 'title',
  标题: 'title',
  subtitle: 'subtitle',
  副标题: 'subtitle',
  author: 'author',
  作者: 'author',
  source: 'source',
  来源: 'source',
  sourceDate: 'sourceDate',
  date: 'sourceDate',
  来源日期: 'sourceDate',
  日期: 'sourceDate',
  url: 'url',
  链接: 'url',
  documentNumber: 'documentNumber',
  发文字号: 'documentNumber',
  文号: 'documentNumber',
  documentDate: 'documentDate',
  成文日期: 'documentDate',
}

export interface FrontMatter {
  readonly head: Head
  readonly provenance: readonly Provenance[]
  readonly body: string
}

/** The `---` block at the head of a Markdown text, and the rest. Refuses YAML that cannot be read, with its line. */
export function readFrontMatter(text: string): FrontMatter {
  const found = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)
  if (found === null) return { head: EMPTY_HEAD, provenance: [], body: text }
  const fields = readFields(found[1] ?? '')
  const provenance = (Object.keys(fields) as (keyof Head)[]).map((field) => ({ field, from: `front matter ${field}` }))
  return { head: { ...EMPTY_HEAD, ...fields }, provenance, body: text.slice(found[0].length) }
}

function readFields(yaml: string): Partial<Head> {
  const fields: Partial<Record<keyof Head, string>> = {}
  for (const [key, value] of Object.entries(parseYaml(yaml))) {
    const field = KEYS[key]
    if (field === undefined || value === null || value === '') continue
    fields[field] = field === 'sourceDate' || field === 'documentDate' ? isoDate(value) : written(value)
  }
  return fields
}

/** A value as it was written; maps and lists have no place in a head. */
export const written = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : ''

/** A year alone and a year with month stay as precise as they are. */
export const isoDate = (value: unknown): string => {
  const text = written(value)
  return readDate(text) ?? /^\d{4}(?=年?$)/.exec(text)?.[0] ?? text
}

function parseYaml(yaml: string): Record<string, unknown> {
  try {
    const value: unknown = parse(yaml)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
  } catch (error) {
    throw invalid('ingest/front-matter-unreadable', { line: lineOf(error) + 1 })
  }
}

/** The line, from 1, at which a YAML text stops making sense. */
export function lineOf(error: unknown): number {
  const at = (error as { linePos?: readonly { line: number }[] }).linePos
  return at?.[0]?.line ?? 1
}

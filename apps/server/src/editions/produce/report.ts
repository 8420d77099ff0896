import { type ArticleContent, bodyText, countCharacters, type Manifest, messageText } from '#lib/editorial'
import type { BulletinImport } from '#lib/ingest'
import type { Finding, IssueFinding } from '#lib/proof'
import type { PressTimings, PressWarning } from '../press-result.js'
import { type Gathering, gatheredArticles } from './gathering.js'

export interface ReportedFinding {
  readonly rule: string
  readonly severity: Finding['severity']
  /** Index of the article in reading order. */
  readonly article: number
  readonly block: number | null
  /** The field of the head, where `block` is null. */
  readonly field: string | null
  readonly from: number
  readonly to: number
  readonly text: string
  readonly suggestion: string | null
  readonly message: string
  readonly source: string
}

/** The names are fixed in contracts.md. */
export interface Report {
  readonly bianyin: string
  readonly input: string
  readonly style: string
  readonly issue: Manifest['issue'] & { readonly pages: number; readonly characters: number }
  readonly columns: readonly { readonly name: string | null; readonly articles: readonly ReportedArticle[] }[]
  readonly lines?: BulletinImport['lines']
  readonly damage: BulletinImport['damage']
  readonly doubts: readonly { readonly code: string; readonly line: number | null; readonly message: string }[]
  readonly findings: readonly ReportedFinding[]
  readonly files: Manifest['files']
  readonly layoutWarnings: readonly (PressWarning & { readonly message: string })[]
  readonly timings: {
    readonly importMs: number
    readonly layoutMs: number
    readonly pdfMs: number
    readonly docxMs: number
    readonly totalMs: number
  }
}

export interface ReportedArticle {
  readonly title: string
  readonly subtitle: string | null
  readonly author: string | null
  readonly source: string | null
  readonly sourceDate: string | null
  readonly documentNumber: string | null
  readonly pdfPage: number
  readonly pageLabel: string
  readonly characters: number
  readonly lines?: readonly [number, number]
  readonly warnings: readonly string[]
}

export interface Reportable {
  readonly gathering: Gathering
  readonly input: string
  readonly manifest: Manifest
  readonly pages: number
  readonly layoutWarnings: readonly PressWarning[]
  /** By article, in reading order. */
  readonly findings: readonly (readonly Finding[])[]
  /** What only the whole issue shows. */
  readonly together: readonly IssueFinding[]
  readonly timings: PressTimings & { readonly importMs: number; readonly totalMs: number }
}

const undamaged: BulletinImport['damage'] = { detected: false, suspectCharacters: 0, substitutions: [] }

/** Everything an editor, or a script, wants to know of what was made. */
export function reportOf({ gathering, input, manifest, pages, layoutWarnings, findings, together, timings }: Reportable): Report {
  const { bulletin } = gathering
  const characters = gatheredArticles(gathering).reduce((sum, one) => sum + charactersOf(one.content), 0)
  const { importMs, layoutMs, pdfMs, docxMs, totalMs } = timings
  return {
    bianyin: manifest.bianyin,
    input,
    style: manifest.style.name,
    issue: { ...manifest.issue, pages, characters },
    columns: reportedColumns(gathering, manifest),
    ...(bulletin === null ? {} : { lines: bulletin.lines }),
    damage: bulletin?.damage ?? undamaged,
    doubts: (bulletin?.doubts ?? []).map(({ code, params, line }) => ({ code, line, message: messageText(code, params) })),
    findings: [
      ...findings.flatMap((some, article) => some.map((one) => reportedFinding(one, article))),
      ...together.map((one) => reportedFinding(one, one.article)),
    ],
    files: manifest.files,
    layoutWarnings: layoutWarnings.map((one) => ({ ...one, message: messageText(one.code, one.params) })),
    timings: { importMs, layoutMs, pdfMs, docxMs, totalMs },
  }
}

function reportedColumns(gathering: Gathering, manifest: Manifest): Report['columns'] {
  let next = 0
  return gathering.columns.map(({ name, articles }) => ({
    name,
    articles: articles.map(({ content, lines, warnings }) => {
      const place = manifest.articles[next]
      next += 1
      const { title, subtitle, author, source, sourceDate, documentNumber } = content
      const printed = { pdfPage: place?.pdfPage ?? 0, pageLabel: place?.pageLabel ?? '', characters: charactersOf(content) }
      return {
        title,
        subtitle,
        author,
        source,
        sourceDate,
        documentNumber,
        ...printed,
        ...(lines === null ? {} : { lines }),
        warnings: warnings.map((one) => one.code),
      }
    }),
  }))
}

const charactersOf = (content: ArticleContent): number => countCharacters(bodyText(content))

const reportedFinding = (one: Finding, article: number): ReportedFinding => ({
  rule: one.rule,
  severity: one.severity,
  article,
  block: one.block,
  field: one.field,
  from: one.from,
  to: one.to,
  text: one.text,
  suggestion: one.suggestion,
  message: messageText(`proof/${one.rule}`, one.params),
  source: one.source,
})

/** Whether a report holds findings at or above a level. */
export const failsOn = (report: Report, level: 'block' | 'warn'): boolean =>
  report.findings.some((one) => one.severity === 'block' || (level === 'warn' && one.severity === 'warn'))

import { invalid, type Manuscript, type OfferedFile, type Provenance, type Warning } from '#lib/editorial'
import { assemble } from '../assemble.js'
import { finishManuscript } from '../finish-manuscript.js'
import { type Attachments, PictureBox } from '../pictures/picture-box.js'
import type { Piece } from '../piece.js'
import { findContainer, hanCount } from './container.js'
import { withoutDebris } from './debris.js'
import { openPage, type Page } from './dom.js'
import { type FoundArticle, findArticle, wholeBody } from './find-article.js'
import { removeHidden } from './hidden-text.js'
import { type Metadata, readMetadata } from './metadata.js'
import { readOfferedFiles } from './offered-files.js'
import { readPageTitle } from './page-title.js'
import { readPieces } from './read-pieces.js'
import { missedByRule, removeByRule, ruleFor, ruleName, type SiteRule } from './site-rule.js'
import { NEVER } from './site-rules.js'

export interface HtmlSource {
  readonly html: string
  readonly name: string
  /** Where the page is from: makes addresses whole. */
  readonly url?: string | undefined
  /** How the house reads the pages of some sites. */
  readonly rules?: readonly SiteRule[] | undefined
  /** The title, where the page has none: a mail's subject. */
  readonly title?: string | undefined
}

/** What a page holds, before anything is recognised. */
export interface PageText {
  readonly pieces: readonly Piece[]
  readonly notes: Readonly<Record<string, never>>
  readonly metadata: Metadata | null
  readonly warnings: readonly Warning[]
  readonly offered: readonly OfferedFile[]
  readonly box: PictureBox
}

/** An article out of a web page, or out of what was pasted from one, from Word or from WeChat. */
export function readHtml(source: HtmlSource, attachments: Attachments = {}): Manuscript {
  const { pieces, metadata, warnings, offered, box } = readPage(source, attachments)
  const named = source.title === undefined || source.title === '' ? null : source.title
  const titlePieces = metadata === null && named === null ? leadingTitles(pieces) : 0
  const made = assemble(pieces, { ...metadata, title: metadata?.title ?? named, titlePieces, url: source.url ?? null, warnings })
  return finishManuscript({
    ...made,
    organ: metadata?.organ ?? null,
    offered,
    warnings: [...made.warnings, ...box.warnings],
    pictures: box.pictures,
  })
}

/** Lines at the head of a paste that are set as only titles are. */
function leadingTitles(pieces: readonly Piece[]): number {
  const end = pieces.findIndex((piece) => piece.kind !== 'text' || piece.title !== true)
  return end < 0 ? 0 : end
}

/** Finds the article in a page and reads it. Refuses what is empty, too deep, or asks whether one is a person. */
export function readPage(source: HtmlSource, attachments: Attachments = {}): PageText {
  const page = openPage(source.html, source.name)
  refuseBlocked(page)
  const rule = ruleFor(source.url, source.rules ?? [])
  const missed = missedByRule(page, rule)
  removeByRule(page, rule)
  const title = isPaste(page) ? null : readPageTitle(page)
  const found = isPaste(page) ? pasted(page) : findArticle(page, title, rule)
  if (found === null) throw invalid('ingest/empty', { name: source.name })
  const { container } = found
  const metadataBody = container.how === 'readability' ? (wholeBody(page) ?? container).element : container.element
  const read = isPaste(page) ? null : readMetadata(page, metadataBody, title, rule)
  const byRule: Provenance[] = rule !== null && container.how === 'rule' ? [{ field: 'body', from: ruleName(rule) }] : []
  const metadata = read === null ? null : { ...read, provenance: [...read.provenance, ...byRule] }
  const made = bodyOf(page, found, { source, metadata, attachments })
  return { ...made, warnings: [...missed, ...made.warnings] }
}

/** The whole of a page that holds a past bulletin, without looking for one article in it. */
export function readBulletinPage(source: HtmlSource, attachments: Attachments = {}): PageText {
  const page = openPage(source.html, source.name)
  refuseBlocked(page)
  const container = isPaste(page) ? wholeBody(page) : (findContainer(page) ?? wholeBody(page))
  if (container === null) throw invalid('ingest/empty', { name: source.name })
  return bodyOf(page, { container, sure: true }, { source, metadata: null, attachments })
}

interface Asked {
  readonly source: HtmlSource
  readonly metadata: Metadata | null
  readonly attachments: Attachments
}

function bodyOf(page: Page, { container, sure }: FoundArticle, { source, metadata, attachments }: Asked): PageText {
  const offered = readOfferedFiles(page, container.element, source.url ?? null)
  page(NEVER).remove()
  const hidden = removeHidden(page, container.element)
  const box = new PictureBox(attachments)
  const read = readPieces(container.element, box, source.url ?? null)
  const tidied = withoutDebris(read.pieces)
  if (tidied.pieces.length === 0) throw invalid('ingest/empty', { name: source.name })
  const files = offered.map(({ name, url }): Warning => ({ code: 'ingest/attachment', params: { name, address: url } }))
  const doubt: Warning[] = sure ? [] : [{ code: 'ingest/unsure-body' }]
  return {
    pieces: tidied.pieces,
    notes: {},
    metadata,
    warnings: [...read.warnings, ...hidden, ...tidied.warnings, ...files, ...doubt],
    offered,
    box,
  }
}

/** What comes from a clipboard has no title of a page. */
const isPaste = (page: Page): boolean =>
  page('head > title').length === 0 && page('meta[property^="og:"],meta[name="ArticleTitle"]').length === 0

function pasted(page: Page): FoundArticle | null {
  const container = wholeBody(page)
  return container === null ? null : { container, sure: true }
}

/** Pages that ask whether one is a person hold no article. */
function refuseBlocked(page: Page): void {
  const text = page('body').text()
  const script = page('script').text()
  const asked = /环境异常|访问过于频繁|完成验证后即可继续访问|请输入验证码|安全验证/.test(text) || /__jsl_clearance|acw_sc__v2/.test(script)
  if (asked && hanCount(text) < 300) throw invalid('ingest/blocked-page')
}

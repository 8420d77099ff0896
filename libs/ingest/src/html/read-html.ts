import { invalid, type Manuscript, type Warning } from '#lib/editorial'
import { assemble } from '../assemble.js'
import { type Attachments, PictureBox } from '../pictures/picture-box.js'
import type { Piece } from '../piece.js'
import { type Container, findContainer, hanCount } from './container.js'
import { withoutDebris } from './debris.js'
import { isElement, openPage, type Page } from './dom.js'
import { absoluteAddress } from './inline-look.js'
import { type Metadata, readMetadata } from './metadata.js'
import { readPieces } from './read-pieces.js'
import { readable, UNSURE } from './readable.js'
import { NEVER } from './site-rules.js'

export interface HtmlSource {
  readonly html: string
  readonly name: string
  /** Where the page is from: makes addresses whole. */
  readonly url?: string | undefined
}

/** What a page holds, before anything is recognised. */
export interface PageText {
  readonly pieces: readonly Piece[]
  readonly notes: Readonly<Record<string, never>>
  readonly metadata: Metadata | null
  readonly warnings: readonly Warning[]
  readonly box: PictureBox
}

/** An article out of a web page, or out of what was pasted from one, from Word or from WeChat. */
export function readHtml(source: HtmlSource, attachments: Attachments = {}): Manuscript {
  const { pieces, metadata, warnings, box } = readPage(source, attachments)
  const made = assemble(pieces, { ...metadata, url: source.url ?? null, warnings })
  return { ...made, warnings: [...made.warnings, ...box.warnings], pictures: box.pictures }
}

/** Finds the article in a page and reads it. Refuses what is empty, too deep, or asks whether one is a person. */
export function readPage(source: HtmlSource, attachments: Attachments = {}): PageText {
  const page = openPage(source.html, source.name)
  refuseBlocked(page)
  const isPaste = page('head > title').length === 0 && page('meta[property^="og:"],meta[name="ArticleTitle"]').length === 0
  const container = isPaste ? wholeBody(page) : articleOf(page)
  if (container === null) throw invalid('ingest/empty', { name: source.name })
  const metadata = isPaste
    ? null
    : readMetadata(page, (container.how === 'readability' ? (wholeBody(page) ?? container) : container).element)
  const files = attachmentWarnings(page, container, source.url ?? null)
  page(NEVER).remove()
  const box = new PictureBox(attachments)
  const read = readPieces(container.element, box, source.url ?? null)
  const tidied = withoutDebris(read.pieces)
  if (tidied.pieces.length === 0) throw invalid('ingest/empty', { name: source.name })
  return { pieces: tidied.pieces, notes: {}, metadata, warnings: [...read.warnings, ...tidied.warnings, ...files], box }
}

/** The systems' markup or the density of sentences; where these find little, the general reader if it finds more. */
function articleOf(page: Page): Container | null {
  const found = findContainer(page)
  const sure = found !== null && (found.how !== 'density' || hanCount(page(found.element).text()) >= UNSURE)
  return sure ? found : (readable(page, found) ?? found ?? wholeBody(page))
}

function wholeBody(page: Page): Container | null {
  const body = page('body').get(0)
  return body !== undefined && isElement(body) ? { element: body, how: 'body' } : null
}

/** Pages that ask whether one is a person hold no article. */
function refuseBlocked(page: Page): void {
  const text = page('body').text()
  const script = page('script').text()
  const asked = /环境异常|访问过于频繁|完成验证后即可继续访问|请输入验证码|安全验证/.test(text) || /__jsl_clearance|acw_sc__v2/.test(script)
  if (asked && hanCount(text) < 300) throw invalid('ingest/blocked-page')
}

/** Files offered in or just after the body: named, so that the editor can fetch them. */
function attachmentWarnings(page: Page, container: Container, base: string | null): Warning[] {
  const links = [...page(container.element).find('a').toArray(), ...page(container.element).nextAll().slice(0, 2).find('a').toArray()]
  return links.flatMap((link) => {
    const href = link.attribs.href ?? ''
    if (!/\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|ofd|wps)(?:$|\?)/i.test(href)) return []
    return [{ code: 'ingest/attachment', params: { name: page(link).text().trim() || href, address: absoluteAddress(href, base) ?? href } }]
  })
}

import { load } from 'cheerio'
import { parseFeed } from 'feedsmith'
import { invalid } from '#lib/editorial'
import { decodeText } from '../decode-text.js'
import { absoluteAddress } from '../html/inline-look.js'
import { feedDay } from './feed-day.js'
import { eachOnce, oneLine, summaryLine, type Watched, type WatchedItem } from './watched-item.js'

/** House: feeds seen are below 1 MB; more is no list of news. */
const MOST_BYTES = 5 * 1024 * 1024
/** House: what a summary is read from; whole articles in a feed are read from their pages. */
const MOST_MARKUP = 4000

type Parsed = ReturnType<typeof parseFeed<string>>
type Of<Format> = Extract<Parsed, { format: Format }>['feed']

interface Raw {
  readonly title?: string | undefined
  readonly url?: string | undefined
  readonly date?: string | undefined
  readonly source?: string | undefined
  readonly summary?: string | undefined
}

/**
 * The articles an RSS, Atom, RDF or JSON feed offers, in its order. `url` is the feed's own address and makes addresses in it whole.
 * Refuses `ingest/not-feed` what is none, `ingest/too-large`.
 */
export function readFeed(bytes: Uint8Array, url: string): Watched {
  if (bytes.length > MOST_BYTES) throw invalid('ingest/too-large', { name: url })
  const parsed = parse(decodeText(bytes, declaredEncoding(bytes)).text)
  if (parsed === null) throw invalid('ingest/not-feed', { name: url })
  const title = plain(titleOf(parsed))
  return { title: title === '' ? null : oneLine(title), items: eachOnce(itemsOf(parsed).flatMap((raw) => finished(raw, url))) }
}

function parse(text: string): Parsed | null {
  try {
    return parseFeed<string>(text.trimStart())
  } catch {
    return null
  }
}

/** Source: XML 1.0 4.3.3. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200).map((byte) => (byte < 0x80 ? byte : 0x3f)))
  return /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ?? null
}

const titleOf = (parsed: Parsed): string | undefined => (parsed.format === 'atom' ? parsed.feed.title?.value : parsed.feed.title)

function itemsOf(parsed: Parsed): Raw[] {
  switch (parsed.format) {
    case 'rss':
      return rssItems(parsed.feed)
    case 'atom':
      return atomItems(parsed.feed)
    case 'rdf':
      return rdfItems(parsed.feed)
    case 'json':
      return jsonItems(parsed.feed)
  }
}

const rssItems = (feed: Of<'rss'>): Raw[] =>
  (feed.items ?? []).map((item) => ({
    title: item.title,
    url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
    date: item.pubDate ?? item.dc?.dates?.[0],
    source: item.source?.title,
    summary: item.description,
  }))

const atomItems = (feed: Of<'atom'>): Raw[] =>
  (feed.entries ?? []).map((entry) => ({
    title: entry.title?.value,
    url: (entry.links?.find((link) => (link.rel ?? 'alternate') === 'alternate') ?? entry.links?.[0])?.href,
    date: entry.published ?? entry.updated,
    source: entry.source?.title?.value,
    summary: entry.summary?.value,
  }))

const rdfItems = (feed: Of<'rdf'>): Raw[] =>
  (feed.items ?? []).map((item) => ({
    title: item.title,
    url: item.link,
    date: item.dc?.dates?.[0],
    summary: item.description,
  }))

const jsonItems = (feed: Of<'json'>): Raw[] =>
  (feed.items ?? []).map((item) => ({
    title: item.title,
    url: item.url ?? item.external_url,
    date: item.date_published ?? item.date_modified,
    summary: item.summary ?? item.content_text,
  }))

/** The words of what may be markup. */
const plain = (markup: string | undefined): string =>
  markup === undefined ? '' : /[<&]/.test(markup) ? load(markup.slice(0, MOST_MARKUP)).text() : markup

function finished(raw: Raw, base: string): WatchedItem[] {
  const title = oneLine(plain(raw.title))
  const url = absoluteAddress(raw.url ?? '', base)
  if (title === '' || url === null || !/^https?:/i.test(url)) return []
  const source = oneLine(plain(raw.source))
  return [{ title, url, date: feedDay(raw.date), source: source === '' ? null : source, summary: summaryLine(plain(raw.summary)) }]
}

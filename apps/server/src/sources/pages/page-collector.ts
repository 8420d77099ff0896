import { Injectable } from '@nestjs/common'
import { articleContent, bodyText, invalid, type Manuscript, Refusal, type SiteRule } from '#lib/editorial'
import { imageSize } from '#lib/ingest'
import { type Fetched, Outside } from '../outside/outside.js'
import { PageReader, type ReadPage, type UnreadPage } from './page-reader.js'

/** A page as it came. */
export interface PageBytes {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Where it came from in the end. */
  readonly url: string
  readonly name: string
}

/** A page as it came and what was read from it. */
export interface CollectedPage extends PageBytes {
  readonly manuscript: Manuscript
}

/** House: what an article in a bulletin shows; a page with more is an album. */
const PICTURES = { most: 40, mostBytes: 60 * 1024 * 1024, atOnce: 4 }

/** From an address to a manuscript with its pictures: everything fetched goes through the guard, everything read is read in a child. */
@Injectable()
export class PageCollector {
  constructor(
    private readonly outside: Outside,
    private readonly pages: PageReader,
  ) {}

  /** Refuses, with what to do instead: what cannot be had, is no page, or has no article in it. */
  async collect(address: string, rules: readonly SiteRule[], signal?: AbortSignal): Promise<CollectedPage> {
    const page = await this.fetch(address, signal)
    const plain = await this.read({ ...page, rules }, {}, signal)
    const pictures = await this.fetchPictures(plain.wanted, signal)
    const read = Object.keys(pictures).length === 0 ? plain : await this.read({ ...page, rules }, pictures, signal)
    refuseUnfit(read, page.name)
    return { ...page, manuscript: read.manuscript }
  }

  /** A page as it is now. */
  async fetch(address: string, signal?: AbortSignal): Promise<PageBytes> {
    const fetched = await this.outside.get(address, 'page', { signal })
    return { bytes: fetched.bytes, name: pageName(fetched.url), mediaType: typeOf(fetched), url: fetched.url }
  }

  /** What is read from a page without its pictures. */
  async readPlain(page: PageBytes, rules: readonly SiteRule[]): Promise<Manuscript> {
    return (await this.read({ ...page, rules }, {}, undefined)).manuscript
  }

  private async read(
    page: Omit<UnreadPage, 'pictures'>,
    pictures: UnreadPage['pictures'],
    signal: AbortSignal | undefined,
  ): Promise<ReadPage> {
    try {
      return await this.pages.read({ ...page, pictures }, signal)
    } catch (error) {
      throw pageRefusal(error)
    }
  }

  /** Those that can be had; the reader says which of them it misses. */
  private async fetchPictures(wanted: readonly string[], signal: AbortSignal | undefined): Promise<Record<string, Uint8Array>> {
    const line = wanted.slice(0, PICTURES.most)
    const had = new Map<string, Uint8Array>()
    let bytes = 0
    const work = async (): Promise<void> => {
      for (let address = line.shift(); address !== undefined && bytes < PICTURES.mostBytes; address = line.shift()) {
        const picture = await this.picture(address, signal)
        if (picture === undefined) continue
        bytes += picture.byteLength
        if (bytes <= PICTURES.mostBytes) had.set(address, picture)
      }
    }
    await Promise.all(Array.from({ length: PICTURES.atOnce }, work))
    return Object.fromEntries(had)
  }

  /** What it is, its first bytes say. */
  private async picture(address: string, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    try {
      const { bytes } = await this.outside.get(address, 'picture', { signal })
      return imageSize(bytes) === null ? undefined : bytes
    } catch (error) {
      if (signal?.aborted === true) throw error
      return undefined
    }
  }
}

/** Servers that say nothing but “text” send web pages all the same. */
const typeOf = ({ mediaType, bytes }: Fetched): string =>
  mediaType === 'text/plain' && !/^\s*</.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1')) ? 'text/plain' : 'text/html'

/** jyj.jiangzhou.example a.html: what the page is called in the archive. */
function pageName(address: string): string {
  const { hostname, pathname } = new URL(address)
  const last = pathname.split('/').findLast((part) => part !== '') ?? ''
  return `${hostname} ${last}`
    .trim()
    .slice(0, 150)
    .concat(/\.x?html?$/i.test(last) ? '' : '.html')
}

/** House: fewer signs are no article but what stands around one. */
const LEAST_TEXT = 20

function refuseUnfit({ manuscript: { content } }: ReadPage, name: string): void {
  const figures = content.blocks.filter((block) => block.kind === 'figure').length
  if (figures === 0 && bodyText(content).trim().length < LEAST_TEXT) throw invalid('fetch/no-article')
  const flaw = articleContent.safeParse(content).error?.issues[0]
  if (flaw !== undefined) throw invalid('source/does-not-fit', { name, place: flaw.path.map(String).join('.'), reason: flaw.message })
}

/** What the reader says of an empty file is said of a page in other words. */
function pageRefusal(error: unknown): unknown {
  return error instanceof Refusal && error.code === 'ingest/empty' ? invalid('fetch/no-article') : error
}

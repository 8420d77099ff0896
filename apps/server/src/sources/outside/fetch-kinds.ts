/** What is fetched, and what it may be. Sizes in bytes as unpacked. Source: collect-and-proof.md 3. */
export interface FetchKind {
  readonly accept: string
  readonly types: RegExp
  readonly most: number
  /** From the first byte asked to the last one read. */
  readonly totalMs: number
}

const MIB = 1024 * 1024

/** Source: trust.md S8. */
const PAGE_MS = 20_000

/** House: files of 30 MB come from slow sites at a quarter of a megabyte a second. */
const FILE_MS = 120_000

export const fetchKinds = {
  page: {
    accept: 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5',
    types: /^(text\/html|application\/xhtml\+xml|text\/plain)$/,
    most: 10 * MIB,
    totalMs: PAGE_MS,
  },
  /** What it really is, its first bytes say later. */
  picture: {
    accept: 'image/png,image/jpeg;q=0.9,image/*;q=0.1',
    types: /^(image\/(?!svg)[\w.+-]+|application\/octet-stream)$/,
    most: 10 * MIB,
    totalMs: PAGE_MS,
  },
  /** Offered with a page: whatever it is, but no page itself. House: the largest seen with an official notice had 18 MB. */
  file: { accept: '*/*', types: /^(?!text\/html$|application\/xhtml\+xml$)/, most: 30 * MIB, totalMs: FILE_MS },
  feed: {
    accept: 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/html;q=0.8',
    types: /^(application\/((rss|atom|rdf)\+)?xml|text\/xml|application\/(feed\+)?json|text\/html|application\/xhtml\+xml|text\/plain)$/,
    most: 5 * MIB,
    totalMs: PAGE_MS,
  },
  robots: { accept: 'text/plain', types: /^text\//, most: 512 * 1024, totalMs: PAGE_MS },
} as const satisfies Record<string, FetchKind>

export type FetchKindName = keyof typeof fetchKinds

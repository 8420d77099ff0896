/** What is fetched, and what it may be. Sizes in bytes as unpacked. Source: collect-and-proof.md 3. */
export interface FetchKind {
  readonly accept: string
  readonly types: RegExp
  readonly most: number
}

const MIB = 1024 * 1024

export const fetchKinds = {
  page: {
    accept: 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5',
    types: /^(text\/html|application\/xhtml\+xml|text\/plain)$/,
    most: 10 * MIB,
  },
  /** What it really is, its first bytes say later. */
  picture: {
    accept: 'image/png,image/jpeg;q=0.9,image/*;q=0.1',
    types: /^(image\/(?!svg)[\w.+-]+|application\/octet-stream)$/,
    most: 10 * MIB,
  },
  feed: {
    accept: 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/html;q=0.8',
    types: /^(application\/((rss|atom|rdf)\+)?xml|text\/xml|application\/(feed\+)?json|text\/html|application\/xhtml\+xml|text\/plain)$/,
    most: 5 * MIB,
  },
  robots: { accept: 'text/plain', types: /^text\//, most: 512 * 1024 },
} as const satisfies Record<string, FetchKind>

export type FetchKindName = keyof typeof fetchKinds

import { escaped } from './markup.js'

/** A released issue as a feed tells it. */
export interface FeedIssue {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly released: string
  readonly titles: readonly string[]
}

export interface FeedHead {
  readonly title: string
  readonly id: string
  readonly href: string
  readonly self: string
  readonly issues: readonly FeedIssue[]
}

const summary = ({ titles }: FeedIssue): string => titles.join('；')

/** Source: RFC 4287. Newest first, as given; the feed is as old as its newest issue. */
export function atomFeed({ title, id, href, self, issues }: FeedHead): string {
  const entries = issues.map(
    (one) =>
      `<entry><title>${escaped(one.name)}</title><id>urn:uuid:${one.id}</id><link href="${escaped(one.href)}"/><updated>${one.released}</updated><summary>${escaped(summary(one))}</summary></entry>`,
  )
  const updated = issues[0]?.released ?? '1970-01-01T00:00:00Z'
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><title>${escaped(title)}</title><id>urn:uuid:${id}</id><link href="${escaped(href)}"/><link rel="self" href="${escaped(self)}"/><updated>${updated}</updated><author><name>${escaped(title)}</name></author>\n${entries.join('\n')}\n</feed>\n`
}

/** Source: JSON Feed 1.1. */
export const jsonFeed = ({ title, href, self, issues }: FeedHead): unknown => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  home_page_url: href,
  feed_url: self,
  language: 'zh-CN',
  items: issues.map((one) => ({
    id: `urn:uuid:${one.id}`,
    url: one.href,
    title: one.name,
    date_published: one.released,
    content_text: summary(one),
  })),
})

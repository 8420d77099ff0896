import type { Provenance } from '#lib/editorial'
import { readDocumentFacts } from './document-facts.js'
import type { Element, Page } from './dom.js'
import { readPublished } from './page-date.js'
import { linesOf, textAround } from './page-lines.js'
import { readSource } from './page-source.js'
import type { PageTitle } from './page-title.js'
import { clean, meta, type Read } from './read-value.js'
import { ruledDate, ruledSource, ruledTitle, type SiteRule } from './site-rule.js'

/** What a page says of its article outside the body. */
export interface Metadata {
  readonly title: string | null
  readonly source: string | null
  readonly sourceDate: string | null
  readonly author: string | null
  readonly organ: string | null
  readonly documentNumber: string | null
  readonly documentDate: string | null
  readonly provenance: readonly Provenance[]
}

type Fields = Omit<Metadata, 'provenance'>

/** Title, source, date, author and the facts of a document, each from where it is said best; a rule of the house goes first. */
export function readMetadata(page: Page, body: Element, title: PageTitle | null, rule: SiteRule | null): Metadata {
  const { before, after } = textAround(page, body)
  const inside = linesOf(body)
  const facts = readDocumentFacts(before.split('\n'))
  const whole = `${before}\n${after}`
  const read: Record<keyof Fields, Read | null> = {
    title: ruledTitle(page, rule) ?? title,
    source: ruledSource(page, whole, rule) ?? readSource(page, { before, inside, after }),
    sourceDate: ruledDate(page, whole, rule) ?? readPublished(page, { before, after: after.slice(0, 200) }),
    author: readAuthor(page, before),
    ...facts,
  }
  const entries = Object.entries(read) as [keyof Fields, Read | null][]
  return {
    ...(Object.fromEntries(entries.map(([field, one]) => [field, one?.value ?? null])) as unknown as Fields),
    provenance: entries.flatMap(([field, one]) => (one === null ? [] : [{ field, from: one.from }])),
  }
}

function readAuthor(page: Page, before: string): Read | null {
  const said = meta(page, 'author')
  const labelled = /(?:作者|撰文|文)\s*[：:/]\s*([\p{Script=Han}·]{2,8}(?:[\s、][\p{Script=Han}·]{2,8})*)(?=\s|$|[|｜])/u.exec(
    before.slice(-400),
  )?.[1]
  const name = labelled === undefined ? '' : (clean(labelled).split(/\s(?=来|编|时|发|浏|点|更|单)/)[0] ?? '')
  if (name !== '' && !/来源|编辑|时间|发布/.test(name)) return { value: name, from: '作者' }
  return said !== null && /^[\p{Script=Han}·]{2,4}$/u.test(said.value) ? said : null
}

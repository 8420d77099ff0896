import { z } from 'zod'
import { pageAddress } from './fetches.js'
import { pageOf, pageQuery } from './listing.js'
import { id, moment, version } from './marks.js'
import { columnName } from './publications.js'
import { selectorText } from './selector.js'
import { nameLine } from './text.js'

/** Minutes between two visits. Source: collect-and-proof.md 2.3, never more often than every quarter of an hour; at least once a week. */
const EVERY = { least: 15, usual: 60, most: 10_080 }

/** House: rules are read one after the other; more than this nobody keeps in mind. */
const MOST_RULES = 50

/** How a page that lists articles is read where the house cannot tell by itself: selectors for an item, its link and its date. */
export const listRule = z
  .strictObject({ item: selectorText, link: selectorText.optional(), title: selectorText.optional(), date: selectorText.optional() })
  .meta({ id: 'ListRule' })

/** Suggests a column for what has one of the words in its title, or comes from the source; the first rule that fits is told with its name. */
export const routingRule = z
  .strictObject({
    name: nameLine(60),
    words: z.array(nameLine(40)).max(30),
    source: nameLine(200).nullable(),
    column: columnName,
  })
  .refine((rule) => rule.words.length > 0 || rule.source !== null, { message: 'blank', params: { code: 'blank' } })
  .meta({ id: 'RoutingRule' })

const fields = {
  name: nameLine(100),
  /** A feed (RSS, Atom, JSON) or a page that lists articles; which of them, the first visit finds out. */
  address: pageAddress,
  everyMinutes: z.int().min(EVERY.least).max(EVERY.most),
  paused: z.boolean(),
  list: listRule.nullable(),
  rules: z.array(routingRule).max(MOST_RULES),
}

export const USUAL_MINUTES = EVERY.usual

export const feedRequest = z
  .strictObject({
    ...fields,
    everyMinutes: fields.everyMinutes.optional(),
    paused: fields.paused.optional(),
    list: fields.list.optional(),
    rules: fields.rules.optional(),
  })
  .meta({ id: 'FeedRequest' })

export const feedChange = z.strictObject(fields).partial().meta({ id: 'FeedChange' })

/** `new` not visited yet; `silent` nothing new for much longer than usual; `changed` the page is there and lists nothing any more; `failing` it cannot be had; `barred` its robots.txt asks us to stay away. */
export const feedHealths = ['new', 'good', 'silent', 'changed', 'failing', 'barred'] as const

export const feedAnswer = z
  .strictObject({
    id,
    publication: id,
    name: z.string(),
    address: z.string(),
    everyMinutes: z.int(),
    paused: z.boolean(),
    list: listRule.nullable(),
    rules: z.array(routingRule),
    health: z.enum(feedHealths),
    /** What the health means and what to do, in a sentence; null while all is good. */
    trouble: z.string().nullable(),
    askedAt: moment.nullable(),
    foundAt: moment.nullable(),
    dueAt: moment,
    /** Finds that wait for a decision. */
    waiting: z.int(),
    version,
  })
  .meta({ id: 'Feed' })

export const feedList = z.strictObject({ items: z.array(feedAnswer) }).meta({ id: 'FeedList' })

export const findStates = ['new', 'kept', 'dismissed'] as const

/** Something a feed brought: kept ones are collected as articles. */
export const findAnswer = z
  .strictObject({
    id,
    publication: id,
    feed: id,
    feedName: z.string(),
    title: z.string(),
    address: z.string(),
    date: z.string().nullable(),
    source: z.string().nullable(),
    summary: z.string().nullable(),
    /** The column a rule suggests, and the rule's name. */
    column: z.string().nullable(),
    rule: z.string().nullable(),
    state: z.enum(findStates),
    /** The errand that brings a kept one in. */
    fetch: id.nullable(),
    article: id.nullable(),
    foundAt: moment,
  })
  .meta({ id: 'Find' })

export const findPage = pageOf(findAnswer).meta({ id: 'FindPage' })
export const findQuery = pageQuery.extend({ state: z.enum(findStates).optional(), feed: id.optional() })

/** Decisions on finds, several at once: kept ones are collected, dismissed ones leave the list, and either may be taken back to new. */
export const findDecision = z.strictObject({ finds: z.array(id).min(1).max(50), state: z.enum(findStates) }).meta({ id: 'FindDecision' })

export const findList = z.strictObject({ items: z.array(findAnswer) }).meta({ id: 'FindList' })

export type ListRule = z.infer<typeof listRule>
export type RoutingRule = z.infer<typeof routingRule>
export type FeedRequest = z.infer<typeof feedRequest>
export type FeedChange = z.infer<typeof feedChange>
export type FeedAnswer = z.infer<typeof feedAnswer>
export type FeedHealth = (typeof feedHealths)[number]
export type FindAnswer = z.infer<typeof findAnswer>
export type FindState = (typeof findStates)[number]
export type FindQuery = z.infer<typeof findQuery>
export type FindDecision = z.infer<typeof findDecision>

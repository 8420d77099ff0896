import { z } from 'zod'
import { roles } from '../roles.js'
import { id, version } from './marks.js'
import { nameLine, reasonText } from './text.js'

/** Slots a numbering pattern may hold; anything else in braces is a slip. */
const SLOTS = /\{(year〇?|n一?|total一?)\}/g

/** 年、期、总期 as printed: `{year}年第{n}期（总第{total}期）`. */
export const numberingRule = z
  .strictObject({
    pattern: nameLine(100).refine((text) => !/[{}]/.test(text.replace(SLOTS, '')), {
      message: 'unknown-slot',
      params: { code: 'unknown-slot' },
    }),
    total: z.boolean(),
  })
  .meta({ id: 'NumberingRule' })

/** The name of a house style: a folder under templates. */
export const styleName = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)

/** One stage of review: who may act in it (empty: every reviewer), the days it may take, the points to be ticked before it is passed. */
export const reviewStage = z
  .strictObject({
    name: nameLine(40),
    reviewers: z.array(id).max(50),
    days: z.int().min(1).max(90).nullable().optional(),
    checklist: z.array(nameLine(100)).max(30).optional(),
  })
  .meta({ id: 'ReviewStage' })

export const columnName = nameLine(40)

const distinct = (names: readonly string[]): boolean => new Set(names).size === names.length

const stages = z
  .array(reviewStage)
  .min(1)
  .max(6)
  .refine((all) => distinct(all.map((stage) => stage.name)), { message: 'doubled', params: { code: 'doubled' } })

const columns = z
  .array(columnName)
  .max(60)
  .refine(distinct, { message: 'doubled', params: { code: 'doubled' } })

/** The switch for small units, with the reason it is on: fewer than three stages, or one person in two of them. */
export const reviewException = z.strictObject({ reason: reasonText }).meta({ id: 'ReviewException' })

/** 内部资料性出版物 by the rules for those: the permit's number as printed, 准印证号. */
export const internalRule = z.strictObject({ permit: nameLine(60).nullable() }).meta({ id: 'InternalRule' })

const fields = {
  name: nameLine(100),
  publisher: nameLine(200).nullable(),
  style: styleName,
  numbering: numberingRule,
  columns,
  stages,
  reviewException: reviewException.nullable(),
  editors: z.array(nameLine(60)).max(30),
  contact: nameLine(300).nullable(),
  /** Whether a stage can only be passed when no comment is open. */
  resolveFirst: z.boolean(),
  /** The check of internal publications: null is off. */
  internal: internalRule.nullable(),
  /** Whether anybody may read what is released: the feed and the web edition. */
  openToReaders: z.boolean(),
}

/** A new publication; what is left out takes the house's habit: the style's numbering, three stages 初审、复审、终审, no exception. */
export const publicationRequest = z
  .strictObject({
    ...fields,
    publisher: fields.publisher.optional(),
    numbering: numberingRule.optional(),
    columns: columns.optional(),
    stages: stages.optional(),
    reviewException: fields.reviewException.optional(),
    editors: fields.editors.optional(),
    contact: fields.contact.optional(),
    resolveFirst: fields.resolveFirst.optional(),
    internal: fields.internal.optional(),
    openToReaders: fields.openToReaders.optional(),
  })
  .meta({ id: 'PublicationRequest' })

export const publicationChange = z.strictObject(fields).partial().meta({ id: 'PublicationChange' })

export const publicationAnswer = z
  .strictObject({
    id,
    name: z.string(),
    publisher: z.string().nullable(),
    style: z.string(),
    numbering: z.strictObject({ pattern: z.string(), total: z.boolean() }),
    columns: z.array(z.string()),
    stages: z.array(z.strictObject({ name: z.string(), reviewers: z.array(id), days: z.int().nullable(), checklist: z.array(z.string()) })),
    reviewException: z.strictObject({ reason: z.string() }).nullable(),
    editors: z.array(z.string()),
    contact: z.string().nullable(),
    resolveFirst: z.boolean(),
    internal: z.strictObject({ permit: z.string().nullable() }).nullable(),
    openToReaders: z.boolean(),
    version,
    /** What the asking person is here. */
    roles: z.array(z.enum(roles)),
  })
  .meta({ id: 'Publication' })

export const publicationList = z.strictObject({ items: z.array(publicationAnswer) }).meta({ id: 'PublicationList' })

export const styleList = z
  .strictObject({ items: z.array(z.strictObject({ name: z.string(), title: z.string() })) })
  .meta({ id: 'StyleList' })

export type PublicationRequest = z.infer<typeof publicationRequest>
export type PublicationChange = z.infer<typeof publicationChange>
export type PublicationAnswer = z.infer<typeof publicationAnswer>

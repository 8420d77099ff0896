import { z } from 'zod'
import { issueStates, type Move, moves } from '../workflow.js'
import { pageOf } from './listing.js'
import { id, moment, sha256Text, version, wholeDate, year } from './marks.js'
import { personName } from './people.js'
import { columnName } from './publications.js'
import { nameLine, reasonText } from './text.js'

/** House: 500 articles in one issue are a year of the largest bulletin. */
const MOST_ARTICLES = 500

const figure = z.int().min(1).max(9999)

const facts = {
  date: wholeDate.nullable(),
  titleLines: z.array(nameLine(100)).max(6),
  editors: z.array(nameLine(60)).max(30),
  contact: nameLine(300).nullable(),
}

/** A new issue: without figures it takes the next free number of the year; what else is left out comes from the publication. */
export const issueRequest = z
  .strictObject({
    year: year.optional(),
    number: figure.optional(),
    totalNumber: figure.optional(),
    ...z.strictObject(facts).partial().shape,
  })
  .refine((wanted) => wanted.number === undefined || wanted.year !== undefined, {
    message: 'year-missing',
    params: { code: 'year-missing' },
    path: ['year'],
  })
  .meta({ id: 'IssueRequest' })

export const issueChange = z
  .strictObject({ ...facts, year, number: figure, totalNumber: figure.nullable() })
  .partial()
  .meta({ id: 'IssueChange' })

/**
 * The whole order of an issue: columns from first to last, each with its articles, each article pinned to a version.
 * Articles that leave are named, so that none is lost by a slip.
 */
export const arrangementRequest = z
  .strictObject({
    removed: z.array(id).max(MOST_ARTICLES).optional(),
    columns: z
      .array(
        z.strictObject({ name: columnName.nullable(), articles: z.array(z.strictObject({ article: id, version })).max(MOST_ARTICLES) }),
      )
      .max(60),
  })
  .superRefine((wanted, context) => {
    const placed = wanted.columns.flatMap((column) => column.articles.map((one) => one.article))
    if (new Set(placed).size < placed.length)
      context.addIssue({ code: 'custom', message: 'doubled', params: { code: 'doubled' }, path: ['columns'], input: null })
    if (placed.length > MOST_ARTICLES)
      context.addIssue({
        code: 'custom',
        message: 'too-many',
        params: { code: 'too-many', limit: MOST_ARTICLES },
        path: ['columns'],
        input: null,
      })
    const names = wanted.columns.flatMap((column) => column.name ?? [])
    if (new Set(names).size < names.length)
      context.addIssue({ code: 'custom', message: 'doubled', params: { code: 'doubled' }, path: ['columns'], input: null })
  })
  .meta({ id: 'ArrangementRequest' })

export const placedArticle = z
  .strictObject({
    article: id,
    version,
    title: z.string(),
    source: z.string().nullable(),
    characters: z.int(),
    /** The newest version, where it is newer than the pinned one (有新版本). */
    newer: version.nullable(),
  })
  .meta({ id: 'PlacedArticle' })

/** A move the asking person may make now, with the codes that still stand in its way. */
export const possibleMove = z
  .strictObject({ move: z.enum(moves), hindrances: z.array(z.strictObject({ code: z.string(), message: z.string() })) })
  .meta({ id: 'PossibleMove' })

const head = {
  id,
  publication: id,
  name: z.string(),
  year: z.int().nullable(),
  number: z.int().nullable(),
  totalNumber: z.int().nullable(),
  date: z.string().nullable(),
  state: z.enum(issueStates),
  /** Index of the open review stage; the number of stages once all have approved. */
  stage: z.int(),
  stages: z.array(z.string()),
  edition: version,
  version,
  articles: z.int(),
  characters: z.int(),
}

export const issueLine = z.strictObject(head).meta({ id: 'IssueLine' })
export const issueList = pageOf(issueLine).meta({ id: 'IssueList' })

export const issueAnswer = z
  .strictObject({
    ...head,
    titleLines: z.array(z.string()),
    editors: z.array(z.string()),
    contact: z.string().nullable(),
    columns: z.array(z.strictObject({ name: z.string().nullable(), articles: z.array(placedArticle) })),
    /** The content under review or approved; null in a draft. */
    contentHash: sha256Text.nullable(),
    moves: z.array(possibleMove),
    /** What is odd but not wrong, the numbering first. */
    warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
    madeBy: personName.nullable(),
    madeAt: moment,
  })
  .meta({ id: 'Issue' })

/** What a move may carry: a reason where one is asked for, and the content the person had before them. */
export const issueMoves = [
  'submit',
  'pull-back',
  'approve',
  'return',
  'withdraw',
  'release',
  'recall',
  'correct',
] as const satisfies readonly Move[]

/** A move as the address names it. */
export const moveName = z.enum(issueMoves)

export const moveRequest = z.strictObject({ reason: reasonText.optional(), contentHash: sha256Text.optional() }).meta({ id: 'MoveRequest' })

export type IssueRequest = z.infer<typeof issueRequest>
export type IssueChange = z.infer<typeof issueChange>
export type ArrangementRequest = z.infer<typeof arrangementRequest>
export type PlacedArticle = z.infer<typeof placedArticle>
export type IssueLine = z.infer<typeof issueLine>
export type IssueAnswer = z.infer<typeof issueAnswer>
export type MoveRequest = z.infer<typeof moveRequest>

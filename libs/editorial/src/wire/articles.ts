import { z } from 'zod'
import { imageRef } from './blocks.js'
import { articleContent } from './content.js'
import { pageOf, pageQuery } from './listing.js'
import { id, moment, sha256Text, version } from './marks.js'
import { personName } from './people.js'
import { snapshotAnswer, warningAnswer } from './sources.js'
import { textLine } from './text.js'

export const articleRequest = z.strictObject({ content: articleContent }).meta({ id: 'ArticleRequest' })

/** Saving: the whole content, and a word on why, where the editor gives one. */
export const articleSave = z.strictObject({ content: articleContent, note: textLine(200).optional() }).meta({ id: 'ArticleSave' })

/** A new article with the same text, in the same publication or in another one the person edits. */
export const articleCopyRequest = z.strictObject({ publication: id.optional() }).meta({ id: 'ArticleCopyRequest' })

/** Which articles a list holds: those whose title has these words, those that stand in no issue yet. */
export const articleQuery = pageQuery.extend({ title: textLine(100).optional(), unplaced: z.enum(['true', 'false']).optional() })

/** An article in a list: what an editor picks it by. */
export const articleLine = z
  .strictObject({
    id,
    title: z.string(),
    source: z.string().nullable(),
    sourceDate: z.string().nullable(),
    characters: z.int(),
    version,
    /** The issue the article stands in, if it stands in one. */
    issue: id.nullable(),
    /** The strongest of its duplicates as a badge: 已在2024年第8期第12页用过. */
    duplicate: z.string().nullable(),
    savedBy: personName.nullable(),
    savedAt: moment,
  })
  .meta({ id: 'ArticleLine' })

export const articleList = pageOf(articleLine).meta({ id: 'ArticleList' })

export const articleAnswer = z
  .strictObject({
    id,
    publication: id,
    snapshot: id.nullable(),
    version,
    content: articleContent,
    contentHash: sha256Text,
    characters: z.int(),
    savedBy: personName.nullable(),
    savedAt: moment,
    note: z.string().nullable(),
    issue: id.nullable(),
  })
  .meta({ id: 'Article' })

export const versionLine = z
  .strictObject({
    version,
    title: z.string(),
    characters: z.int(),
    contentHash: sha256Text,
    savedBy: personName.nullable(),
    savedAt: moment,
    note: z.string().nullable(),
  })
  .meta({ id: 'ArticleVersionLine' })

export const versionList = pageOf(versionLine).meta({ id: 'ArticleVersionList' })

/** What became of one source: the snapshot kept for ever and the articles read from it. */
export const collectedAnswer = z
  .strictObject({
    snapshot: snapshotAnswer,
    articles: z.array(articleAnswer),
    warnings: z.array(warningAnswer),
    provenance: z.array(z.strictObject({ field: z.string(), from: z.string() })),
  })
  .meta({ id: 'Collected' })

export const pictureAnswer = imageRef.meta({ id: 'PictureStored' })

export type ArticleRequest = z.infer<typeof articleRequest>
export type ArticleCopyRequest = z.infer<typeof articleCopyRequest>
export type ArticleSave = z.infer<typeof articleSave>
export type ArticleLine = z.infer<typeof articleLine>
export type ArticleAnswer = z.infer<typeof articleAnswer>
export type VersionLine = z.infer<typeof versionLine>
export type CollectedAnswer = z.infer<typeof collectedAnswer>
export type ArticleQuery = z.infer<typeof articleQuery>

/** Where every non-blank line of a past bulletin went; the parts add up to `nonBlank`. */
export const lineAccount = z
  .strictObject({
    nonBlank: z.int(),
    frontMatter: z.int(),
    contents: z.int(),
    labels: z.int(),
    articles: z.int(),
    residue: z.array(z.int()),
  })
  .meta({ id: 'LineAccount' })

/** A text layer whose characters stand for others. */
export const damageAnswer = z
  .strictObject({
    detected: z.boolean(),
    suspectCharacters: z.int(),
    substitutions: z.array(z.strictObject({ printed: z.string(), standsFor: z.string(), count: z.int() })),
  })
  .meta({ id: 'Damage' })

export const doubtAnswer = z
  .strictObject({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    line: z.int().nullable(),
    message: z.string(),
  })
  .meta({ id: 'Doubt' })

/** What became of a past bulletin: its articles by column, the account of its lines, and what a person should look at. */
export const importedAnswer = z
  .strictObject({
    snapshot: snapshotAnswer,
    style: z.string().nullable(),
    facts: z.strictObject({
      publication: z.string().nullable(),
      publisher: z.string().nullable(),
      year: z.int().nullable(),
      number: z.int().nullable(),
      totalNumber: z.int().nullable(),
      date: z.string().nullable(),
      titleLines: z.array(z.string()),
      editors: z.array(z.string()),
      contact: z.string().nullable(),
    }),
    columns: z.array(
      z.strictObject({
        name: z.string().nullable(),
        articles: z.array(
          z.strictObject({
            article: id,
            /** The version that was read from it; the first where nothing is said. */
            version: version.optional(),
            title: z.string(),
            source: z.string().nullable(),
            sourceDate: z.string().nullable(),
            /** First and last line of the input, from 1. */
            lines: z.tuple([z.int(), z.int()]),
          }),
        ),
      }),
    ),
    lines: lineAccount,
    doubts: z.array(doubtAnswer),
    damage: damageAnswer,
    /** Where it stands among the past issues. */
    pastIssue: id.optional(),
  })
  .meta({ id: 'Imported' })

export type ImportedAnswer = z.infer<typeof importedAnswer>

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
export type ArticleSave = z.infer<typeof articleSave>
export type ArticleLine = z.infer<typeof articleLine>
export type ArticleAnswer = z.infer<typeof articleAnswer>
export type VersionLine = z.infer<typeof versionLine>
export type CollectedAnswer = z.infer<typeof collectedAnswer>
export type ArticleQuery = z.infer<typeof articleQuery>

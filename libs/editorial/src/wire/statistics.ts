import { z } from 'zod'
import { id, year } from './marks.js'

export const statisticsQuery = z.strictObject({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .pipe(year)
    .optional(),
})

const named = z.strictObject({ name: z.string(), articles: z.int(), characters: z.int() })

/** What a year came to: articles printed by source and by column, issues, and how long each stage took. */
export const statisticsAnswer = z
  .strictObject({
    year: z.int().nullable(),
    issues: z.array(
      z.strictObject({ issue: id, name: z.string(), state: z.string(), articles: z.int(), characters: z.int(), pages: z.int().nullable() }),
    ),
    sources: z.array(named),
    columns: z.array(named),
    /** Hours from the opening of a stage to its approval. */
    stages: z.array(
      z.strictObject({ stage: z.string(), decisions: z.int(), medianHours: z.number(), longestHours: z.number(), returned: z.int() }),
    ),
  })
  .meta({ id: 'Statistics' })

export type StatisticsAnswer = z.infer<typeof statisticsAnswer>

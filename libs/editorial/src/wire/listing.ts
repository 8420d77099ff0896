import { z } from 'zod'

/** House: 50 a page fills a screen; 200 is what one answer may cost. */
const PAGE = { usual: 50, most: 200 }

/** How a long list is asked for: where to go on, and how many. */
export const pageQuery = z.strictObject({
  // No control characters: PostgreSQL takes no NUL in a text.
  after: z
    .string()
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .refine((limit) => limit <= PAGE.most, { message: 'too-many' })
    .optional(),
})

export type PageQuery = z.infer<typeof pageQuery>

export const pageLimit = (query: { readonly limit?: number | undefined }): number => query.limit ?? PAGE.usual

/** One page of a list; `next` is the `after` of the following page, null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), next: z.string().nullable() })

/** The number of a version in an address. */
export const versionText = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

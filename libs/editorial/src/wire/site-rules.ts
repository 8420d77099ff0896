import { z } from 'zod'
import { nameLine } from './text.js'

const selector = nameLine(300)
const pattern = nameLine(300)

/**
 * How to read the pages of one site, written by an editor: where the body stands, what to leave out, where the title stands,
 * and patterns for source and date whose first group is the value.
 */
export const siteRule = z
  .strictObject({
    host: z.string().regex(/^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/),
    body: selector.optional(),
    remove: z.array(selector).max(30).optional(),
    title: selector.optional(),
    source: pattern.optional(),
    date: pattern.optional(),
  })
  .meta({ id: 'SiteRule' })

export type SiteRule = z.infer<typeof siteRule>

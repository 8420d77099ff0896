import { z } from 'zod'
import type { ArticleContent, Block } from '../manuscript.js'
import { block } from './blocks.js'
import { articleContent } from './content.js'

/** The body as it stands on the sheet, saved or not. */
export const tidyRequest = z.strictObject({ blocks: articleContent.shape.blocks }).meta({ id: 'TidyRequest' })

/** What tidying makes of one paragraph: `places` are its blocks in the body given, `becomes` the one that takes their place, null where they go. */
export const tidyChange = z
  .strictObject({
    kinds: z.array(z.strictObject({ code: z.string(), message: z.string() })),
    places: z.array(z.int().min(0)).min(1),
    before: z.string(),
    after: z.string(),
    becomes: block.nullable(),
  })
  .meta({ id: 'TidyChange' })

/** The body tidied, and each change to be taken or left by itself. Tidy already: no changes. */
export const tidyAnswer = z.strictObject({ blocks: articleContent.shape.blocks, changes: z.array(tidyChange) }).meta({ id: 'Tidied' })

export type TidyRequest = Pick<ArticleContent, 'blocks'>
export type TidyChange = Omit<z.infer<typeof tidyChange>, 'becomes'> & { readonly becomes: Block | null }
export type TidyAnswer = Pick<ArticleContent, 'blocks'> & { readonly changes: readonly TidyChange[] }

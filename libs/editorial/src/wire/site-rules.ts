import { z } from 'zod'
import { pageAddress } from './fetches.js'
import { id, moment, version } from './marks.js'
import { personName } from './people.js'
import { selectorText } from './selector.js'
import { warningAnswer } from './sources.js'
import { nameLine } from './text.js'

/** House: words that stand before a source or a date are short. */
const label = nameLine(20)

/** House: pages with more kinds of debris than this are read by their body alone. */
const MOST_REMOVED = 30

const rule = z.strictObject({
  /** The site, without its port; pages of its parts are meant as well. */
  host: z.string().regex(/^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/),
  body: selectorText.optional(),
  remove: z.array(selectorText).max(MOST_REMOVED).optional(),
  title: selectorText.optional(),
  /** The element that shows the source, or the words before it: 供稿单位. */
  source: selectorText.optional(),
  sourceLabel: label.optional(),
  date: selectorText.optional(),
  dateLabel: label.optional(),
})

/**
 * How to read the pages of one site, written by an editor: where the body stands, what to leave out, where title, source and date stand.
 * Words and plain selectors only, no patterns: whatever an editor writes is read through in one go.
 */
export const siteRule = rule
  .refine((one) => Object.keys(one).some((key) => key !== 'host'), { message: 'blank', params: { code: 'blank' } })
  .meta({ id: 'SiteRule' })

export const siteRuleAnswer = z
  .strictObject({ id, publication: id, rule: siteRule, version, madeBy: personName.nullable(), changedAt: moment })
  .meta({ id: 'SiteRuleKept' })

export const siteRuleList = z.strictObject({ items: z.array(siteRuleAnswer) }).meta({ id: 'SiteRuleList' })

/** A rule tried on a page before it is kept. */
export const siteRuleTrialRequest = z.strictObject({ rule: siteRule, address: pageAddress }).meta({ id: 'SiteRuleTrialRequest' })

/** What a rule takes from a page: its fields with where each was read, how the body begins and ends. */
export const siteRuleTrial = z
  .strictObject({
    /** Whether the page was there already or was asked now. */
    page: z.enum(['kept', 'fetched']),
    title: z.string(),
    source: z.string().nullable(),
    sourceDate: z.string().nullable(),
    characters: z.int(),
    blocks: z.int(),
    opening: z.array(z.string()),
    closing: z.array(z.string()),
    provenance: z.array(z.strictObject({ field: z.string(), from: z.string() })),
    warnings: z.array(warningAnswer),
  })
  .meta({ id: 'SiteRuleTrial' })

export type SiteRule = z.infer<typeof siteRule>
export type SiteRuleAnswer = z.infer<typeof siteRuleAnswer>
export type SiteRuleTrialRequest = z.infer<typeof siteRuleTrialRequest>
export type SiteRuleTrial = z.infer<typeof siteRuleTrial>

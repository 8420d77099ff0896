import { z } from 'zod'
import { sourceParts } from '../source-parts.js'
import { id, moment } from './marks.js'
import { checkStates } from './outside-checks.js'
import { personName } from './people.js'
import { reasonText, textLine } from './text.js'

export const severities = ['block', 'warn', 'info'] as const

/** One thing found in one version: where it stands, what rule says so, what would mend it. */
export const findingAnswer = z
  .strictObject({
    rule: z.string(),
    severity: z.enum(severities),
    /** The house's own rules, or a checker outside, which only suggests. */
    origin: z.enum(['house', 'outside']),
    /** Index of the block, or null where the finding is about the article's own fields. */
    block: z.int().nullable(),
    /** The field of the head, where `block` is null. */
    field: z.string().nullable(),
    /** UTF-16 offsets into the block's text or the field. */
    from: z.int(),
    to: z.int(),
    text: z.string(),
    suggestion: z.string().nullable(),
    /** Whether the suggestion is certain enough to be put in together with others. */
    batch: z.boolean(),
    message: z.string(),
    source: z.string(),
    /** Who let it stand, and why; null while it is open. */
    settled: z.strictObject({ by: personName.nullable(), reason: z.string(), at: moment }).nullable(),
  })
  .meta({ id: 'Finding' })

const sourcePart = z.enum(sourceParts)

/** Somebody answers for what is missing of where an article is from; what goes missing later is asked for again. */
export const signOffAnswer = z
  .strictObject({ by: personName.nullable(), reason: z.string(), at: moment, parts: z.array(sourcePart) })
  .meta({ id: 'SignOff' })

export const findingList = z
  .strictObject({
    article: id,
    version: z.int(),
    findings: z.array(findingAnswer),
    /** What is missing of where the article is from and nobody answered for. */
    sourceMissing: z.array(sourcePart),
    signOff: signOffAnswer.nullable(),
    /** Whether the house has a checker outside, and how far this version is with it. */
    outside: z.enum(['off', 'not-asked', ...checkStates]),
  })
  .meta({ id: 'FindingList' })

export const signOffRequest = z.strictObject({ reason: reasonText }).meta({ id: 'SignOffRequest' })

const ruleName = z.string().regex(/^[a-z][a-z0-9/-]{0,99}$/)

/** Letting a finding stand: this one place (the habit), these words everywhere in the publication, or the whole rule in the publication. */
export const ignoreScopes = ['once', 'always', 'rule'] as const

/** A finding's place in a version: as the list of findings gives it. */
const findingPlace = z.strictObject({
  version: z.int().min(1),
  block: z.int().min(0).nullable(),
  field: z.string().max(40).nullable(),
  from: z.int().min(0),
  to: z.int().min(0),
})

/** Letting a finding stand: the rule, the very words, where they stand (else the first place where they are found), the reason, and how far it goes. */
export const settlementRequest = z
  .strictObject({
    rule: ruleName,
    text: textLine(2000),
    place: findingPlace.optional(),
    reason: reasonText,
    scope: z.enum(ignoreScopes).optional(),
  })
  .meta({ id: 'SettlementRequest' })

/** Something the whole publication lets stand; `text` is null where the rule itself is off. */
export const ignoreAnswer = z
  .strictObject({ id, rule: z.string(), text: z.string().nullable(), by: personName.nullable(), reason: z.string(), at: moment })
  .meta({ id: 'Ignore' })

export const ignoreList = z.strictObject({ items: z.array(ignoreAnswer) }).meta({ id: 'IgnoreList' })

/** Taking such a word back: at one place, else wherever these words were let stand in the article. */
export const reopenRequest = settlementRequest.omit({ reason: true, scope: true }).meta({ id: 'ReopenRequest' })

/** Which fixes to put in: a finding by its rule and place in the version named by If-Match. Without a list: every one certain enough for a batch. */
const fixKey = z.strictObject({
  rule: ruleName,
  block: z.int().min(0).nullable(),
  field: z.string().max(40).nullable(),
  from: z.int().min(0),
  to: z.int().min(0),
})

export const fixRequest = z
  .strictObject({ rules: z.array(ruleName).max(200).optional(), fixes: z.array(fixKey).max(5000).optional() })
  .meta({ id: 'FixRequest' })

/** One fix as it would read: some words before and after, what stands there, what would stand there. */
export const fixLine = z
  .strictObject({ ...fixKey.shape, before: z.string(), text: z.string(), suggestion: z.string(), after: z.string() })
  .meta({ id: 'Fix' })

export const fixPreview = z
  .strictObject({
    article: id,
    version: z.int(),
    fixes: z.array(fixLine),
    rules: z.array(z.strictObject({ rule: z.string(), count: z.int() })),
  })
  .meta({ id: 'FixPreview' })

/** What was put in and the version that holds it; `POST /articles/{article}/fixes/undo` takes back exactly that version. */
export const fixAnswer = z.strictObject({ article: id, version: z.int(), applied: z.int(), left: z.int() }).meta({ id: 'FixesMade' })

/** Taking back the batch of fixes that made this version. */
export const undoRequest = z.strictObject({ version: z.int().min(1) }).meta({ id: 'UndoRequest' })

/** What only the whole issue shows: the same piece twice, one event twice, two spellings of a source, the check of internal publications. */
export const issueFinding = z
  .strictObject({
    rule: z.string(),
    severity: z.enum(severities),
    article: id.nullable(),
    articleTitle: z.string().nullable(),
    block: z.int().nullable(),
    from: z.int(),
    to: z.int(),
    text: z.string(),
    message: z.string(),
    source: z.string(),
  })
  .meta({ id: 'IssueFinding' })

export const issueFindingList = z.strictObject({ issue: id, findings: z.array(issueFinding) }).meta({ id: 'IssueFindingList' })

export type FixRequest = z.infer<typeof fixRequest>
export type FixLine = z.infer<typeof fixLine>
export type FixPreview = z.infer<typeof fixPreview>
export type FixAnswer = z.infer<typeof fixAnswer>
export type IssueFindingAnswer = z.infer<typeof issueFinding>
export type IssueFindingList = z.infer<typeof issueFindingList>
export type IgnoreAnswer = z.infer<typeof ignoreAnswer>
export type FindingPlace = z.infer<typeof findingPlace>
export type FindingAnswer = z.infer<typeof findingAnswer>
export type FindingList = z.infer<typeof findingList>
export type SignOffRequest = z.infer<typeof signOffRequest>
export type SettlementRequest = z.infer<typeof settlementRequest>
export type ReopenRequest = z.infer<typeof reopenRequest>

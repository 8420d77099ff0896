import { z } from 'zod'
import { id, moment } from './marks.js'
import { nameLine } from './text.js'

/** What a program may do with a token: look, or look and change. Never more than its owner may at that moment. */
export const tokenScopes = ['read', 'write'] as const

export const tokenRequest = z
  .strictObject({
    name: nameLine(60),
    scope: z.enum(tokenScopes),
    days: z.int().min(1).max(366),
    /** The publications it is for; left out: all of its owner's. */
    publications: z.array(id).min(1).max(50).optional(),
  })
  .meta({ id: 'TokenRequest' })

export const tokenAnswer = z
  .strictObject({
    id,
    name: z.string(),
    scope: z.enum(tokenScopes),
    publications: z.array(id).nullable(),
    madeAt: moment,
    expiresAt: moment,
    lastUsedAt: moment.nullable(),
    revokedAt: moment.nullable(),
  })
  .meta({ id: 'ApiToken' })

/** A token just made; the secret is shown this once. */
export const newToken = z.strictObject({ token: tokenAnswer, secret: z.string() }).meta({ id: 'NewApiToken' })

export const tokenList = z.strictObject({ items: z.array(tokenAnswer) }).meta({ id: 'ApiTokenList' })

export type TokenRequest = z.infer<typeof tokenRequest>
export type TokenAnswer = z.infer<typeof tokenAnswer>
export type NewTokenAnswer = z.infer<typeof newToken>
export type TokenScope = (typeof tokenScopes)[number]

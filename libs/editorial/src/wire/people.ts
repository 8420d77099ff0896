import { z } from 'zod'
import { roles } from '../roles.js'
import { pageOf } from './listing.js'
import { id, moment, version } from './marks.js'
import { login, providers } from './session.js'
import { nameLine } from './text.js'

export const personRequest = z
  .strictObject({ login, name: nameLine(60), houseAdministrator: z.boolean().optional() })
  .meta({ id: 'PersonRequest' })

export const personChange = z
  .strictObject({ name: nameLine(60).optional(), houseAdministrator: z.boolean().optional(), disabled: z.boolean().optional() })
  .meta({ id: 'PersonChange' })

export const personAnswer = z
  .strictObject({
    id,
    login: z.string(),
    name: z.string(),
    houseAdministrator: z.boolean(),
    disabled: z.boolean(),
    mustChangePassword: z.boolean(),
    version,
    createdAt: moment,
  })
  .meta({ id: 'Person' })

/** A person with the one-time password just made for them; it is shown this once and never again. */
export const newPersonAnswer = z.strictObject({ person: personAnswer, oneTimePassword: z.string() }).meta({ id: 'NewPerson' })

export const personList = pageOf(personAnswer).meta({ id: 'PersonList' })

/** An account elsewhere that opens the door to a person here. */
export const identityAnswer = z
  .strictObject({ provider: z.enum(providers), subject: z.string(), person: z.strictObject({ id, name: z.string() }), linkedAt: moment })
  .meta({ id: 'Identity' })

/** Somebody the provider knows and nobody here does: they tried the door. */
export const newcomerAnswer = z
  .strictObject({ provider: z.enum(providers), subject: z.string(), name: z.string().nullable(), at: moment })
  .meta({ id: 'Newcomer' })

export const identityList = z
  .strictObject({ items: z.array(identityAnswer), newcomers: z.array(newcomerAnswer) })
  .meta({ id: 'IdentityList' })

/** The account's name at the provider: a user name or number, for OpenID Connect its `sub`. */
export const identityRequest = z.strictObject({ subject: nameLine(255) }).meta({ id: 'IdentityRequest' })

/** A person as others see them beside their work. */
export const personName = z.strictObject({ id, name: z.string() }).meta({ id: 'PersonName' })

export const memberRequest = z.strictObject({ roles: z.array(z.enum(roles)).max(roles.length) }).meta({ id: 'MemberRequest' })

export const memberAnswer = z
  .strictObject({ person: personName, login: z.string(), disabled: z.boolean(), roles: z.array(z.enum(roles)) })
  .meta({ id: 'Member' })

export const memberList = z.strictObject({ items: z.array(memberAnswer) }).meta({ id: 'MemberList' })

export type IdentityAnswer = z.infer<typeof identityAnswer>
export type NewcomerAnswer = z.infer<typeof newcomerAnswer>
export type IdentityList = z.infer<typeof identityList>
export type IdentityRequest = z.infer<typeof identityRequest>
export type PersonRequest = z.infer<typeof personRequest>
export type PersonChange = z.infer<typeof personChange>
export type PersonAnswer = z.infer<typeof personAnswer>
export type NewPersonAnswer = z.infer<typeof newPersonAnswer>
export type PersonList = z.infer<typeof personList>
export type PersonName = z.infer<typeof personName>
export type MemberRequest = z.infer<typeof memberRequest>
export type MemberAnswer = z.infer<typeof memberAnswer>

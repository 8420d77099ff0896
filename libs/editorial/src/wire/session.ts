import { z } from 'zod'
import { roles } from '../roles.js'
import { id } from './marks.js'
import { nameLine } from './text.js'

/** House: a password may be as long as a sentence; beyond 1 KiB it would only cost hashing time. */
const PASSWORD = { least: 10, mostBytes: 1024 }

const utf8Bytes = (text: string): number => {
  let bytes = 0
  for (const char of text) bytes += char <= '\u007f' ? 1 : char <= '\u07ff' ? 2 : char.length === 1 ? 3 : 4
  return bytes
}

/** A password as typed at sign-in: any text up to 1 KiB, blank ones and control signs included, for it is only compared. */
export const typedPassword = z
  .string()
  .min(1)
  .refine((text) => utf8Bytes(text) <= PASSWORD.mostBytes, { message: 'too-long', params: { code: 'too-long', limit: PASSWORD.mostBytes } })

/** A password being chosen: ten code points or more. Source: GB/T 22239-2019 8.1.4.1; length instead of mixed classes by OWASP ASVS 6.2. */
export const newPassword = typedPassword.refine((text) => [...text.normalize('NFC')].length >= PASSWORD.least, {
  message: 'too-short',
  params: { code: 'too-short', limit: PASSWORD.least },
})

/** What a person signs in with: letters of any script, figures, `.` `_` `-` `@`; compared without case. */
export const login = z
  .string()
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u)

export const signInRequest = z.strictObject({ login: nameLine(64), password: typedPassword }).meta({ id: 'SignInRequest' })

export const passwordRequest = z.strictObject({ current: typedPassword, next: newPassword }).meta({ id: 'PasswordRequest' })

export const rolesOfPublication = z.strictObject({ publication: id, roles: z.array(z.enum(roles)) })

export const sessionPerson = z
  .strictObject({
    id,
    login: z.string(),
    name: z.string(),
    houseAdministrator: z.boolean(),
    /** Nothing but choosing a password is possible until it is chosen. */
    mustChangePassword: z.boolean(),
    roles: z.array(rolesOfPublication),
  })
  .meta({ id: 'SessionPerson' })

/** Who is signed in, or null, and the token every change must carry in `X-CSRF-Token`. */
export const sessionAnswer = z.strictObject({ person: sessionPerson.nullable(), csrfToken: z.string() }).meta({ id: 'Session' })

/** Ways to sign in besides the house's own accounts. */
export const providers = ['cas', 'oidc', 'ldap'] as const
/** Ways that lead to another site and back. */
export const farProviders = ['cas', 'oidc'] as const

/** What the sign-in page offers; the name is what the unit calls it, null for the usual word. */
export const providerList = z
  .strictObject({ items: z.array(z.strictObject({ provider: z.enum(providers), name: z.string().nullable() })) })
  .meta({ id: 'ProviderList' })

/** Where in the desk to come back to. */
export const errandRequest = z.strictObject({ to: z.string().max(2000) }).meta({ id: 'ErrandRequest' })

/** The page of the provider to go to. */
export const errandAnswer = z.strictObject({ address: z.string() }).meta({ id: 'Errand' })

/** What ends the sign-in elsewhere too: the provider's page to go to, null when it does not concern one. */
export const signedOutAnswer = z.strictObject({ elsewhere: z.string().nullable() }).meta({ id: 'SignedOut' })

export type Provider = (typeof providers)[number]
export type FarProvider = (typeof farProviders)[number]
export type ProviderList = z.infer<typeof providerList>
export type ErrandRequest = z.infer<typeof errandRequest>
export type ErrandAnswer = z.infer<typeof errandAnswer>
export type SignedOutAnswer = z.infer<typeof signedOutAnswer>
export type SessionAnswer = z.infer<typeof sessionAnswer>
export type SessionPerson = z.infer<typeof sessionPerson>
export type SignInRequest = z.infer<typeof signInRequest>
export type PasswordRequest = z.infer<typeof passwordRequest>

import { z } from 'zod'
import { readRoleRules } from './role-rules.js'
import { schemes } from './schemes.js'

const text = z.string().min(1)
const onOrOff = z.enum(['on', 'off'], { error: 'config/not-on-or-off' })
/** House: what fits on the button. */
const label = z.string().min(1).max(30)
const attribute = /^[a-zA-Z][\w.:-]*$/

/** Where else people of the unit may sign in, and what becomes of them here. */
export const signInVariables = {
  CAS_URL: schemes('http:', 'https:').optional(),
  CAS_VERSION: z.enum(['2', '3'], { error: 'config/not-a-cas-version' }).optional(),
  CAS_NAME: label.optional(),
  OIDC_ISSUER: schemes('http:', 'https:').optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_SCOPE: text.optional(),
  OIDC_NAME: label.optional(),
  LDAP_URL: schemes('ldap:', 'ldaps:').optional(),
  LDAP_BASE_DN: text.optional(),
  LDAP_BIND_DN: text.optional(),
  LDAP_BIND_PASSWORD: text.optional(),
  LDAP_STARTTLS: onOrOff.optional(),
  LDAP_LOGIN: text.regex(attribute, { error: 'config/not-an-attribute' }).optional(),
  LDAP_FILTER: text.regex(/^\(.+\)$/, { error: 'config/not-a-filter' }).optional(),
  LDAP_NAME: label.optional(),
  SIGN_IN_CREATE: onOrOff.optional(),
  SIGN_IN_GROUPS: z
    .string()
    .transform((all) => all.split(/[\s,]+/).filter(Boolean))
    .refine((all) => all.every((one) => attribute.test(one)), { params: { code: 'config/not-an-attribute' } })
    .optional(),
  SIGN_IN_ROLES: z
    .string()
    .refine((rules) => readRoleRules(rules) !== undefined, { params: { code: 'config/not-role-rules' } })
    .transform((rules) => readRoleRules(rules) ?? [])
    .optional(),
}

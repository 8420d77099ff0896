import type { RoleRule } from './role-rules.js'

/** Where people of the unit may sign in besides the house's own accounts, and what becomes of them here. */
export interface SignInConfig {
  readonly cas: CasConfig | undefined
  readonly oidc: OidcConfig | undefined
  readonly ldap: LdapConfig | undefined
  /** Whether somebody nobody here knows gets an account, without any role. */
  readonly create: boolean
  /** The attributes, claims or entries that name the groups of a person. */
  readonly groups: readonly string[]
  readonly roles: readonly RoleRule[]
}

export interface CasConfig {
  readonly url: URL
  readonly version: 2 | 3
  /** What the button says; undefined for the usual word. */
  readonly name: string | undefined
}

export interface OidcConfig {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  readonly name: string | undefined
}

export interface LdapConfig {
  readonly url: string
  readonly baseDn: string
  readonly bindDn: string | undefined
  readonly bindPassword: string | undefined
  readonly startTls: boolean
  /** The attribute people sign in by. */
  readonly login: string
  /** Further words of the search, in brackets. */
  readonly filter: string | undefined
  readonly name: string | undefined
}

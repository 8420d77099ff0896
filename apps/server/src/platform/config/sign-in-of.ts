import type { Environment } from './environment-schema.js'
import type { SignInConfig } from './sign-in-config.js'

/** What the environment says about signing in elsewhere. */
export const signInOf = (env: Environment): SignInConfig => ({
  cas: casOf(env),
  oidc: oidcOf(env),
  ldap: ldapOf(env),
  create: env.SIGN_IN_CREATE === 'on',
  groups: env.SIGN_IN_GROUPS ?? ['memberOf', 'groups'],
  roles: env.SIGN_IN_ROLES ?? [],
})

const casOf = (env: Environment): SignInConfig['cas'] =>
  env.CAS_URL === undefined ? undefined : { url: new URL(env.CAS_URL), version: env.CAS_VERSION === '2' ? 2 : 3, name: env.CAS_NAME }

function oidcOf(env: Environment): SignInConfig['oidc'] {
  if (env.OIDC_ISSUER === undefined || env.OIDC_CLIENT_ID === undefined || env.OIDC_CLIENT_SECRET === undefined) return undefined
  return {
    issuer: new URL(env.OIDC_ISSUER),
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    scope: env.OIDC_SCOPE ?? 'openid profile',
    name: env.OIDC_NAME,
  }
}

function ldapOf(env: Environment): SignInConfig['ldap'] {
  if (env.LDAP_URL === undefined || env.LDAP_BASE_DN === undefined) return undefined
  return {
    url: env.LDAP_URL,
    baseDn: env.LDAP_BASE_DN,
    bindDn: env.LDAP_BIND_DN,
    bindPassword: env.LDAP_BIND_PASSWORD,
    startTls: env.LDAP_STARTTLS === 'on',
    login: env.LDAP_LOGIN ?? 'uid',
    filter: env.LDAP_FILTER,
    name: env.LDAP_NAME,
  }
}

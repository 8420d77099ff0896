import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as oidc from 'openid-client'
import type { OidcConfig, SignInConfig } from '../../platform/config/sign-in-config.js'
import { type Attributes, groupsIn, type KnownElsewhere, nameIn } from './known-elsewhere.js'

/** What must come back unchanged from the provider. */
export interface OidcSecrets {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Source: OpenID Connect Back-Channel Logout 1.0, 2.4. */
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout'

/** House: the provider's description is read again once a day, so that moved addresses are found without a restart. */
const FRESH_MS = 24 * 3600 * 1000

/** The unit's OpenID Connect provider: authorization code with PKCE, state and nonce. */
export class OidcProvider {
  private found: { readonly at: number; readonly configuration: Promise<oidc.Configuration> } | undefined

  constructor(
    private readonly provider: OidcConfig,
    private readonly config: SignInConfig,
    private readonly callback: string,
    private readonly now: () => number,
  ) {}

  async signInAddress({ state, nonce, verifier }: OidcSecrets): Promise<string> {
    const address = oidc.buildAuthorizationUrl(await this.discovered(), {
      redirect_uri: this.callback,
      scope: this.provider.scope,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return address.href
  }

  /** Where the provider ends its own sign-in; null when it has no such page. */
  async signOutAddress(home: string): Promise<string | null> {
    const configuration = await this.discovered()
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: home }).href
  }

  /** Who came back with this query. Everything in it is checked: state, issuer, code, signature, nonce, audience, time. */
  async holderOf(query: string, { state, nonce, verifier }: OidcSecrets): Promise<KnownElsewhere> {
    const answer = await oidc.authorizationCodeGrant(await this.discovered(), new URL(`${this.callback}${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = answer.claims()
    if (claims === undefined) throw new Error('the provider gave no ID token')
    const attributes = attributesOf(claims)
    return {
      provider: 'oidc',
      subject: claims.sub,
      login: attributes.preferred_username?.[0] ?? attributes.email?.[0]?.split('@')[0] ?? '',
      name: nameIn(attributes),
      groups: groupsIn(attributes, this.config.groups),
      session: attributes.sid?.[0],
    }
  }

  /** Whose sign-in the provider has ended. Source: OpenID Connect Back-Channel Logout 1.0, 2.6. Throws for a token that is none of its own. */
  async endedBy(logoutToken: string): Promise<{ readonly subject: string | undefined; readonly session: string | undefined }> {
    const { issuer, jwks_uri } = (await this.discovered()).serverMetadata()
    if (jwks_uri === undefined) throw new Error('the provider names no keys')
    const { payload } = await jwtVerify(logoutToken, createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: 5000 }), {
      issuer,
      audience: this.provider.clientId,
      requiredClaims: ['iat', 'jti', 'events'],
      maxTokenAge: '5 minutes',
      clockTolerance: 10,
    })
    const events = payload.events as Record<string, unknown> | undefined
    const session = typeof payload.sid === 'string' ? payload.sid : undefined
    const meant = typeof events === 'object' && events !== null && Object.hasOwn(events, LOGOUT_EVENT)
    if (!meant || payload.nonce !== undefined || (session === undefined && payload.sub === undefined))
      throw new Error('this is no logout token')
    return { subject: payload.sub, session }
  }

  private discovered(): Promise<oidc.Configuration> {
    if (this.found !== undefined && this.now() - this.found.at < FRESH_MS) return this.found.configuration
    const configuration = this.discover()
    this.found = { at: this.now(), configuration }
    configuration.catch(() => {
      this.found = undefined
    })
    return configuration
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.provider
    // House: a campus provider without TLS is the administrator's decision, made by writing http:// in OIDC_ISSUER.
    const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
    return oidc.discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: 10 })
  }
}

function attributesOf(claims: Readonly<Record<string, unknown>>): Attributes {
  const several = Object.entries(claims).map(([name, value]) => [name, [value].flat().filter((one) => typeof one === 'string')])
  return Object.fromEntries(several) as Attributes
}

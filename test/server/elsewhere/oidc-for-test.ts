import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { type Listening, listeningHttp } from './listening.js'

export const client = { id: 'bianyin-desk', secret: 'Q7w-tr5Vb0LxZ2mKc8yHn4Jd' }

interface Grant {
  readonly challenge: string
  readonly redirect: string
  readonly claims: JWTPayload
}

/** An OpenID Connect provider: discovery, keys, authorization code with PKCE, back-channel logout. It signs in whom the test names. */
export class OidcForTest {
  private readonly grants = new Map<string, Grant>()
  private keys: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey } | undefined
  private server: Listening | undefined
  /** What goes into the next ID token in place of what should. */
  wrong: JWTPayload = {}

  static async open(): Promise<OidcForTest> {
    const provider = new OidcForTest()
    provider.keys = await generateKeyPair('RS256')
    provider.server = await listeningHttp((request, response) => {
      void provider.answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
        response.end(JSON.stringify(body))
      })
    })
    return provider
  }

  get issuer(): string {
    return `http://127.0.0.1:${this.server?.port}`
  }

  close = async (): Promise<void> => this.server?.close()

  /** Somebody signs in on the page a browser was sent to: where it is sent back to. */
  signIn(page: string, claims: JWTPayload): URL {
    const { pathname, searchParams } = new URL(page)
    const asked = (name: string): string => searchParams.get(name) ?? ''
    const right = pathname === '/authorize' && asked('response_type') === 'code' && asked('client_id') === client.id
    if (!right || asked('code_challenge_method') !== 'S256' || !asked('scope').split(' ').includes('openid'))
      throw new Error(`the browser was sent to ${page}`)
    const code = randomBytes(12).toString('base64url')
    this.grants.set(code, {
      challenge: asked('code_challenge'),
      redirect: asked('redirect_uri'),
      claims: { nonce: asked('nonce'), ...claims },
    })
    const back = new URL(asked('redirect_uri'))
    back.searchParams.set('code', code)
    back.searchParams.set('state', asked('state'))
    back.searchParams.set('iss', this.issuer)
    return back
  }

  /** A token as the provider sends it when a session ends; `more` puts something else into it. */
  logoutToken(subject: string, more: JWTPayload = {}): Promise<string> {
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
    return this.sign({ iss: this.issuer, aud: client.id, sub: subject, jti: randomBytes(6).toString('hex'), events, ...more })
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const path = (request.url ?? '').split('?')[0]
    if (path === '/.well-known/openid-configuration') return { status: 200, body: this.description() }
    if (path === '/jwks')
      return { status: 200, body: { keys: [{ ...(await exportJWK(this.keyPair().publicKey)), kid: 'one', alg: 'RS256' }] } }
    if (path === '/token') return this.token(request)
    return { status: 404, body: {} }
  }

  private description(): unknown {
    const at = (path: string): string => `${this.issuer}${path}`
    return {
      issuer: this.issuer,
      authorization_endpoint: at('/authorize'),
      token_endpoint: at('/token'),
      jwks_uri: at('/jwks'),
      end_session_endpoint: at('/logout'),
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    }
  }

  private async token(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    const grant = this.grants.get(form.get('code') ?? '')
    this.grants.delete(form.get('code') ?? '')
    const secret = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const right = grant?.challenge === secret && grant.redirect === form.get('redirect_uri')
    if (form.get('client_id') !== client.id || form.get('client_secret') !== client.secret)
      return { status: 401, body: { error: 'invalid_client' } }
    if (grant === undefined || !right) return { status: 400, body: { error: 'invalid_grant' } }
    const claims = { iss: this.issuer, aud: client.id, ...grant.claims, ...this.wrong }
    return { status: 200, body: { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: await this.sign(claims) } }
  }

  private sign(claims: JWTPayload): Promise<string> {
    const jwt = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'JWT' }).setIssuedAt()
    return (claims.exp === undefined ? jwt.setExpirationTime('2 minutes') : jwt).sign(this.keyPair().privateKey)
  }

  private keyPair(): { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey } {
    if (this.keys === undefined) throw new Error('the provider is not open')
    return this.keys
  }
}

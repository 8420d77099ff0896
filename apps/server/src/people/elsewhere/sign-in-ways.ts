import { Inject, Injectable } from '@nestjs/common'
import type { FarProvider, Provider, ProviderList } from '#lib/editorial'
import { nowMs } from '../../platform/clock.js'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'
import { apiPrefix } from '../../platform/http/api-prefix.js'
import { CasServer } from './cas-server.js'
import { LdapDirectory } from './ldap-directory.js'
import { OidcProvider } from './oidc-provider.js'

/** The ways to sign in besides the house's own accounts, as the administrator set them up. */
@Injectable()
export class SignInWays {
  private readonly cas: CasServer | undefined
  private readonly oidc: OidcProvider | undefined
  private readonly ldap: LdapDirectory | undefined

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { signIn } = config
    this.cas = signIn.cas && new CasServer(signIn.cas, signIn, this.callback('cas'))
    this.oidc = signIn.oidc && new OidcProvider(signIn.oidc, signIn, this.callback('oidc'), nowMs)
    this.ldap = signIn.ldap && new LdapDirectory(signIn.ldap, signIn)
  }

  list(): ProviderList {
    const { cas, oidc, ldap } = this.config.signIn
    const offered = Object.entries({ cas, oidc, ldap }).flatMap(([provider, one]) =>
      one === undefined ? [] : [{ provider: provider as Provider, name: one.name ?? null }],
    )
    return { items: offered }
  }

  /** Each throws 404 for a way nobody set up. */
  casServer(): CasServer {
    return offered(this.cas)
  }

  oidcProvider(): OidcProvider {
    return offered(this.oidc)
  }

  ldapDirectory(): LdapDirectory {
    return offered(this.ldap)
  }

  refuseUnlessOffered(provider: FarProvider): void {
    offered(provider === 'cas' ? this.cas : this.oidc)
  }

  /** Where the provider ends its own sign-in; null where there is no such page, or it cannot be found now. */
  async signOutAddress(provider: Provider | null): Promise<string | null> {
    const home = this.address('/sign-in')
    if (provider === 'cas') return this.cas?.signOutAddress(home) ?? null
    if (provider === 'oidc') return this.oidc === undefined ? null : this.oidc.signOutAddress(home).catch(() => null)
    return null
  }

  /** Our own address, which never depends on what a request says of itself. */
  private address(path: string): string {
    return new URL(path, this.config.publicUrl ?? 'http://localhost').href
  }

  private callback(provider: FarProvider): string {
    return this.address(`${apiPrefix}/session/${provider}/callback`)
  }
}

function offered<T>(way: T | undefined): T {
  if (way === undefined) throw new EdgeRefusal(404, 'people/elsewhere-not-offered')
  return way
}

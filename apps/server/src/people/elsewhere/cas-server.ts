import type { CasConfig, SignInConfig } from '../../platform/config/sign-in-config.js'
import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'
import { askProvider } from './ask-provider.js'
import { readCasAnswer } from './cas-answer.js'
import { groupsIn, type KnownElsewhere, nameIn, subjectOfName } from './known-elsewhere.js'

/**
 * The unit's CAS server. Our service address is fixed by PUBLIC_URL: a ticket meant for anybody else is worth nothing here.
 * Each way there has a state of its own in that address, so a ticket is worth nothing either for any other way that was begun.
 */
export class CasServer {
  constructor(
    private readonly cas: CasConfig,
    private readonly config: SignInConfig,
    private readonly service: string,
  ) {}

  signInAddress(state: string): string {
    return this.at('login', { service: this.serviceOf(state) }).href
  }

  signOutAddress(home: string): string {
    return this.at('logout', { service: home }).href
  }

  /** Whose ticket this is. Refuses one the server does not take: used, too old, of another service or another way. */
  async holderOf(ticket: string, state: string): Promise<KnownElsewhere> {
    const page = this.cas.version === 3 ? 'p3/serviceValidate' : 'serviceValidate'
    const answer = readCasAnswer(await askProvider(this.at(page, { service: this.serviceOf(state), ticket })))
    if ('refused' in answer) throw new EdgeRefusal(401, 'people/elsewhere-refused')
    const subject = subjectOfName(answer.user)
    return {
      provider: 'cas',
      subject,
      login: subject,
      name: nameIn(answer.attributes),
      groups: groupsIn(answer.attributes, this.config.groups),
      session: ticket,
    }
  }

  private serviceOf(state: string): string {
    const address = new URL(this.service)
    address.searchParams.set('state', state)
    return address.href
  }

  /** CAS_URL may end in a slash or not. */
  private at(page: string, query: Record<string, string>): URL {
    const address = new URL(this.cas.url)
    address.pathname = `${address.pathname.replace(/\/$/, '')}/${page}`
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    return address
  }
}

import { AndFilter, Client, EqualityFilter, FilterParser, InvalidCredentialsError } from 'ldapts'
import type { LdapConfig, SignInConfig } from '../../platform/config/sign-in-config.js'
import { type Attributes, groupsIn, type KnownElsewhere, nameIn, subjectOfName, valuesOf } from './known-elsewhere.js'

const PATIENCE = { connectTimeout: 5000, timeout: 8000 }

/** The unit's directory: it is asked for the one entry of a name, and then whether the password is that entry's. */
export class LdapDirectory {
  constructor(
    private readonly ldap: LdapConfig,
    private readonly config: SignInConfig,
  ) {}

  /** Undefined when name and password do not belong together; throws when the directory cannot be asked. */
  async holderOf(login: string, password: string): Promise<KnownElsewhere | undefined> {
    // An empty password is a bind as nobody, which servers take. Source: RFC 4513, 5.1.2.
    if (password === '') return undefined
    const entry = await this.withClient((client) => this.entryOf(client, login))
    // Somebody unknown is asked for, too: a name must not be found out by the time an answer takes.
    const right = await this.withClient((client) => opens(client, entry?.dn ?? `cn=nobody,${this.ldap.baseDn}`, password))
    const [subject] = entry === undefined ? [] : valuesOf(entry.attributes, this.ldap.login)
    if (!right || entry === undefined || subject === undefined) return undefined
    return {
      provider: 'ldap',
      subject: subjectOfName(subject),
      login: subjectOfName(subject),
      name: nameIn(entry.attributes),
      groups: groupsIn(entry.attributes, this.config.groups).flatMap(withShortName),
      session: undefined,
    }
  }

  /** Exactly one entry, or none. */
  private async entryOf(client: Client, login: string): Promise<{ dn: string; attributes: Attributes } | undefined> {
    const { bindDn, bindPassword, baseDn, login: attribute, filter } = this.ldap
    if (bindDn !== undefined) await client.bind(bindDn, bindPassword ?? '')
    // The name is a value beside the search and never part of its text: nothing in it can be read as more than a name.
    const named = new EqualityFilter({ attribute, value: login })
    const { searchEntries } = await client.search(baseDn, {
      scope: 'sub',
      filter: filter === undefined ? named : new AndFilter({ filters: [named, FilterParser.parseString(filter)] }),
      sizeLimit: 2,
      attributes: [attribute, 'displayName', 'cn', 'name', ...this.config.groups],
    })
    const [entry, second] = searchEntries
    return entry === undefined || second !== undefined ? undefined : { dn: entry.dn, attributes: attributesOf(entry) }
  }

  private async withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ url: this.ldap.url, ...PATIENCE })
    try {
      if (this.ldap.startTls) await client.startTLS()
      return await work(client)
    } finally {
      await client.unbind().catch(() => {})
    }
  }
}

async function opens(client: Client, dn: string, password: string): Promise<boolean> {
  try {
    await client.bind(dn, password)
    return true
  } catch (error) {
    if (error instanceof InvalidCredentialsError) return false
    throw error
  }
}

function attributesOf(entry: Readonly<Record<string, unknown>>): Attributes {
  const several = Object.entries(entry).map(([name, value]) => [
    name,
    [value].flat().map((one) => (Buffer.isBuffer(one) ? one.toString('utf8') : String(one))),
  ])
  return Object.fromEntries(several) as Attributes
}

/** A group by its whole distinguished name, and by the first name in it. */
const withShortName = (dn: string): string[] => [dn, ...(/^[A-Za-z]+=([^,+\\]+)/.exec(dn)?.slice(1) ?? [])]

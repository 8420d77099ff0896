import { type Listening, listeningHttp } from './listening.js'

/** Whoever is signed in there, and what the server tells of them. */
export interface CasPerson {
  readonly user: string
  readonly attributes?: Readonly<Record<string, readonly string[]>>
}

/** A CAS server as the protocol writes it: a ticket is for one service, is taken once, and names a person. */
export class CasForTest {
  private readonly tickets = new Map<string, { service: string; person: CasPerson }>()
  private count = 0
  readonly asked: string[] = []

  private constructor(private readonly server: Listening) {}

  static async open(): Promise<CasForTest> {
    let cas: CasForTest | undefined
    const server = await listeningHttp((request, response) => {
      const url = new URL(request.url ?? '/', 'http://cas')
      cas?.asked.push(url.pathname)
      const known = /^\/cas(\/p3)?\/serviceValidate$/.test(url.pathname)
      response.writeHead(known ? 200 : 404, { 'Content-Type': 'application/xml' })
      response.end(known ? cas?.answer(url.searchParams) : '')
    })
    cas = new CasForTest(server)
    return cas
  }

  get url(): string {
    return `http://127.0.0.1:${this.server.port}/cas/`
  }

  close = (): Promise<void> => this.server.close()

  /** Somebody signs in on the page a browser was sent to: where it is sent back to. */
  signIn(page: string, person: CasPerson): URL {
    const { pathname, searchParams } = new URL(page)
    if (pathname !== '/cas/login') throw new Error(`the browser was sent to ${page}`)
    const service = searchParams.get('service') ?? ''
    this.count += 1
    const ticket = `ST-${this.count}-${Math.random().toString(36).slice(2)}`
    this.tickets.set(ticket, { service, person })
    const back = new URL(service)
    back.searchParams.set('ticket', ticket)
    return back
  }

  /** What the server sends to a service when a session ends. */
  logoutRequest = (ticket: string): string =>
    `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="LR-1" Version="2.0" IssueInstant="2024-10-08T08:00:00Z">
       <saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID>
       <samlp:SessionIndex>${ticket}</samlp:SessionIndex>
     </samlp:LogoutRequest>`

  private answer(query: URLSearchParams): string {
    const ticket = query.get('ticket') ?? ''
    const held = this.tickets.get(ticket)
    this.tickets.delete(ticket)
    if (held === undefined) return refusal('INVALID_TICKET')
    if (held.service !== query.get('service')) return refusal('INVALID_SERVICE')
    const attributes = Object.entries(held.person.attributes ?? {}).flatMap(([name, values]) =>
      values.map((value) => `<cas:${name}>${escaped(value)}</cas:${name}>`),
    )
    return response(
      `<cas:authenticationSuccess><cas:user>${escaped(held.person.user)}</cas:user><cas:attributes>${attributes.join('')}</cas:attributes></cas:authenticationSuccess>`,
    )
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const response = (inside: string): string => `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inside}</cas:serviceResponse>`
const refusal = (code: string): string => response(`<cas:authenticationFailure code="${code}">no</cas:authenticationFailure>`)

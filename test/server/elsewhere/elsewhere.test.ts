import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errandAnswer, identityList, newPersonAnswer, personList, providerList, sessionAnswer, signedOutAnswer } from '#lib/editorial'
import type { SignInConfig } from '../../../apps/server/src/platform/config/sign-in-config.js'
import { type Desk, goodPassword, openDesk } from '../desk/desk.js'
import { good, refused, type Visitor } from '../desk/visitor.js'
import { CasForTest } from './cas-for-test.js'
import { LdapForTest } from './ldap-for-test.js'
import { client, OidcForTest } from './oidc-for-test.js'

const home = 'http://desk.example:8080'
const base = 'ou=people,dc=jzu,dc=example'

let desk: Desk
let cas: CasForTest
let oidc: OidcForTest
let ldap: LdapForTest
beforeAll(async () => {
  cas = await CasForTest.open()
  oidc = await OidcForTest.open()
  ldap = await LdapForTest.open([
    { dn: `cn=reader,${base}`, password: 'reading', attributes: { uid: ['reader'] } },
    {
      dn: `uid=linxi,${base}`,
      password: '江畔初见月',
      attributes: { uid: ['LinXi'], cn: ['林溪'], memberOf: ['cn=编辑部,ou=groups,dc=jzu,dc=example'] },
    },
    { dn: `uid=林 (1),${base}`, password: 'second', attributes: { uid: ['林 (1)'], cn: ['林二'] } },
  ])
  desk = await openDesk({
    PUBLIC_URL: home,
    CAS_URL: cas.url,
    CAS_NAME: '江州大学统一身份认证',
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    LDAP_URL: ldap.url,
    LDAP_BASE_DN: base,
    LDAP_BIND_DN: `cn=reader,${base}`,
    LDAP_BIND_PASSWORD: 'reading',
    LDAP_FILTER: '(cn=*)',
    SIGN_IN_ROLES: '编辑部 => 江州通报: editor reviewer; 办公室 => 江州通报: releaser; 编辑部 => 没有这份刊物: editor',
  })
  await desk.publication('江州通报')
})
afterAll(async () => {
  await desk.close()
  await Promise.all([cas.close(), oidc.close(), ldap.close()])
})

/** Begins at the sign-in page: the page of the provider the browser is sent to. */
async function sentTo(visitor: Visitor, provider: 'cas' | 'oidc', to = '/'): Promise<string> {
  await visitor.greet()
  return good(await visitor.post(`/session/errands/${provider}`, { to }), errandAnswer).address
}

/** Comes back to an address of ours: where the browser is sent next. */
async function back(visitor: Visitor, { origin, pathname, search }: URL): Promise<string> {
  expect(origin).toBe(home)
  const answer = await visitor.raw('GET', `${pathname.replace('/api/v1', '')}${search}`)
  expect(answer.status, await answer.text()).toBe(302)
  return answer.headers.get('location') ?? ''
}

async function byCas(visitor: Visitor, user: string, attributes = {}): Promise<string> {
  return back(visitor, cas.signIn(await sentTo(visitor, 'cas', '/p/1/issues'), { user, attributes }))
}

async function byOidc(visitor: Visitor, sub: string, claims = {}): Promise<string> {
  return back(visitor, oidc.signIn(await sentTo(visitor, 'oidc'), { sub, ...claims }))
}

async function byLdap(visitor: Visitor, login: string, password: string): ReturnType<Visitor['post']> {
  await visitor.greet()
  return visitor.post('/session/ldap', { login, password })
}

const whoIs = async (visitor: Visitor): Promise<string | undefined> => good(await visitor.greet(), sessionAnswer).person?.login

const link = async (person: string, provider: string, subject: string): Promise<unknown> =>
  good(await desk.administrator.put(`/people/${person}/identities/${provider}`, { subject }), identityList)

/** A person here, by their id, whose account elsewhere is known, and who never signed in with a password of ours. */
async function linked(provider: string, subject: string, login: string): Promise<string> {
  const { person } = good(await desk.administrator.post('/people', { login, name: login }), newPersonAnswer, 201)
  await link(person.id, provider, subject)
  return person.id
}

/** As if the administrator had started the house with other settings. */
const setting = (change: Partial<SignInConfig>): void => void Object.assign(desk.runtime.config.signIn, change)

it('the sign-in page is told what is set up, and nothing more', async () => {
  expect(good(await desk.visitor().get('/session/providers'), providerList).items).toEqual([
    { provider: 'cas', name: '江州大学统一身份认证' },
    { provider: 'oidc', name: null },
    { provider: 'ldap', name: null },
  ])
})

describe('CAS', () => {
  it('brings a known person to where they wanted to go, with a new session', async () => {
    await linked('cas', '20240017', 'casual')
    const visitor = desk.visitor()
    await visitor.greet()
    const planted = visitor.cookies.get('bianyin-session')
    expect(await byCas(visitor, '20240017')).toBe('/p/1/issues')
    expect(await whoIs(visitor)).toBe('casual')
    expect(visitor.cookies.get('bianyin-session')).not.toBe(planted)
    expect((await visitor.get('/publications')).status).toBe(200)
    expect(cas.asked.at(-1)).toBe('/cas/p3/serviceValidate')
  })
  it('knows a name however it was typed there', async () => {
    await linked('cas', 'ZhouLan', 'zhoulan')
    const visitor = desk.visitor()
    await byCas(visitor, 'ZHOUlan')
    expect(await whoIs(visitor)).toBe('zhoulan')
  })
  it('takes a ticket once, from the browser that asked for it, and for our service alone', async () => {
    await linked('cas', '30001', 'once-only')
    const [first, second] = [desk.visitor(), desk.visitor()]
    const ticket = cas.signIn(await sentTo(first, 'cas'), { user: '30001' })
    await second.greet()
    expect(await back(second, ticket)).toBe('/sign-in?refused=elsewhere-stale')
    expect(await back(first, ticket)).toBe('/')
    expect(await back(first, ticket)).toBe('/sign-in?refused=elsewhere-stale')
    const foreign = cas.signIn(`${cas.url}login?service=${encodeURIComponent('http://other.example/')}`, { user: '30001' })
    const thief = desk.visitor()
    const service = new URL(new URL(await sentTo(thief, 'cas')).searchParams.get('service') ?? '')
    service.searchParams.set('ticket', foreign.searchParams.get('ticket') ?? '')
    expect(await back(thief, service)).toBe('/sign-in?refused=elsewhere-refused')
    expect(await whoIs(thief)).toBeUndefined()
  })
  it('takes nobody in under another’s name who is on the way there: the ticket belongs to the way that was begun', async () => {
    await linked('cas', '30004', 'attacker')
    const [attacker, victim] = [desk.visitor(), desk.visitor()]
    const theirs = cas.signIn(await sentTo(attacker, 'cas'), { user: '30004' })
    const own = new URL(new URL(await sentTo(victim, 'cas')).searchParams.get('service') ?? '')
    const bare = new URL(theirs)
    bare.searchParams.delete('state')
    const mixed = new URL(own)
    mixed.searchParams.set('ticket', theirs.searchParams.get('ticket') ?? '')
    expect(await back(victim, theirs)).toBe('/sign-in?refused=elsewhere-stale')
    expect(await back(victim, bare)).toBe('/sign-in?refused=elsewhere-stale')
    expect(await back(victim, mixed)).toBe('/sign-in?refused=elsewhere-refused')
    expect(await whoIs(victim)).toBeUndefined()
  })
  it('ends the session when the unit ends it, whoever else sends what', async () => {
    await linked('cas', '30002', 'leaves-there')
    const visitor = desk.visitor()
    const ticket = cas.signIn(await sentTo(visitor, 'cas'), { user: '30002' })
    await back(visitor, ticket)
    const send = (logoutRequest: string): Promise<Response> =>
      fetch(`${desk.base}/api/v1/session/cas/callback`, { method: 'POST', body: new URLSearchParams({ logoutRequest }) })
    expect((await send(cas.logoutRequest('ST-0-guessed'))).status).toBe(204)
    expect((await send('<!DOCTYPE a>')).status).toBe(400)
    expect(await whoIs(visitor)).toBe('leaves-there')
    expect((await send(cas.logoutRequest(ticket.searchParams.get('ticket') ?? ''))).status).toBe(204)
    expect(await whoIs(visitor)).toBeUndefined()
  })
  it('sends who signs out here on to sign out there, and nobody who came in by password', async () => {
    const person = await desk.person('leaves-here')
    await link(person.id, 'cas', '30003')
    const visitor = desk.visitor()
    await byCas(visitor, '30003')
    await visitor.greet()
    const { elsewhere } = good(await visitor.delete('/session'), signedOutAnswer)
    expect(elsewhere).toBe(`${cas.url}logout?service=${encodeURIComponent(`${home}/sign-in`)}`)
    expect(good(await person.delete('/session'), signedOutAnswer).elsewhere).toBeNull()
  })
})

describe('OpenID Connect', () => {
  it('brings a known person in and lets them out on both sides', async () => {
    await linked('oidc', 'Sub|1', 'openly')
    const visitor = desk.visitor()
    expect(await byOidc(visitor, 'Sub|1')).toBe('/')
    expect(await whoIs(visitor)).toBe('openly')
    const { elsewhere } = good(await visitor.delete('/session'), signedOutAnswer)
    expect(new URL(elsewhere ?? '').searchParams.get('post_logout_redirect_uri')).toBe(`${home}/sign-in`)
    expect(await byOidc(desk.visitor(), 'sub|1')).toBe('/sign-in?refused=elsewhere-unknown')
  })
  it.each([
    ['another nonce', { nonce: 'x' }],
    ['another issuer', { iss: 'http://elsewhere.example' }],
    ['another audience', { aud: 'somebody-else' }],
    ['a time gone by', { exp: 1_700_000_000 }],
  ])('refuses an ID token with %s', async (_, wrong) => {
    oidc.wrong = wrong
    const visitor = desk.visitor()
    const next = await byOidc(visitor, 'Sub|1')
    oidc.wrong = {}
    expect(next).toBe('/sign-in?refused=elsewhere-refused')
    expect(await whoIs(visitor)).toBeUndefined()
  })
  it('takes a state once, from the browser that began, and nobody’s own', async () => {
    const [first, second] = [desk.visitor(), desk.visitor()]
    const address = oidc.signIn(await sentTo(first, 'oidc'), { sub: 'Sub|1' })
    await sentTo(second, 'oidc')
    expect(await back(second, address)).toBe('/sign-in?refused=elsewhere-stale')
    const forged = new URL(address)
    forged.searchParams.set('state', 'forged')
    expect(await back(first, forged)).toBe('/sign-in?refused=elsewhere-stale')
    expect(await back(first, address)).toBe('/')
    expect(await back(first, address)).toBe('/sign-in?refused=elsewhere-stale')
  })
  it('refuses another’s code with one’s own state', async () => {
    const [victim, attacker] = [desk.visitor(), desk.visitor()]
    const stolen = oidc.signIn(await sentTo(victim, 'oidc'), { sub: 'Sub|1' })
    const own = oidc.signIn(await sentTo(attacker, 'oidc'), { sub: 'nobody' })
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '')
    expect(await back(attacker, own)).toBe('/sign-in?refused=elsewhere-refused')
  })
  it('ends what a signed logout token ends, and nothing for any other', async () => {
    const visitor = desk.visitor()
    await byOidc(visitor, 'Sub|1', { sid: 'their-session' })
    const send = async (token: string): Promise<number> =>
      (await fetch(`${desk.base}/api/v1/session/oidc/logout`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) }))
        .status
    expect(await send('a.b.c')).toBe(400)
    expect(await send(await oidc.logoutToken('Sub|1', { aud: 'somebody-else' }))).toBe(400)
    expect(await send(await oidc.logoutToken('Sub|1', { events: {} }))).toBe(400)
    expect(await send(await oidc.logoutToken('Sub|1', { nonce: 'an ID token' }))).toBe(400)
    expect(await send(await oidc.logoutToken('Sub|1', { sid: 'another' }))).toBe(204)
    expect(await whoIs(visitor)).toBe('openly')
    expect(await send(await oidc.logoutToken('Sub|1', { sid: 'their-session' }))).toBe(204)
    expect(await whoIs(visitor)).toBeUndefined()
    await byOidc(visitor, 'Sub|1')
    expect(await send(await oidc.logoutToken('Sub|1'))).toBe(204)
    expect(await whoIs(visitor)).toBeUndefined()
  })
})

describe('the directory', () => {
  it('opens with its own password, whatever the case of the name', async () => {
    await linked('ldap', 'linxi', 'linxi-here')
    const visitor = desk.visitor()
    expect(good(await byLdap(visitor, 'LINXI', '江畔初见月'), sessionAnswer).person?.login).toBe('linxi-here')
  })
  it.each([
    ['a wrong password', 'linxi', 'wrong'],
    ['blanks for a password', 'linxi', '   '],
    ['nobody', 'nobody', '江畔初见月'],
    ['a star', '*', 'reading'],
    ['a search of one’s own', 'x)(|(uid=*)', '江畔初见月'],
    ['another search', 'linxi)(cn=*', '江畔初见月'],
    ['a NUL', 'linxi\\00', '江畔初见月'],
    ['the reader, who is no person', 'reader', 'reading'],
  ])('refuses %s', async (_, login, password) => {
    await desk.runtime.database.query('DELETE FROM sign_in_tries')
    expect(refused(await byLdap(desk.visitor(), login, password))).toBe('401 people/elsewhere-wrong-password')
  })
  it('never asks with an empty password', async () => {
    const before = ldap.binds.length
    expect((await byLdap(desk.visitor(), 'linxi', '')).status).toBe(422)
    expect(ldap.binds.length).toBe(before)
  })
  it('finds a name with brackets and characters of its own, which nobody here is yet', async () => {
    expect(refused(await byLdap(desk.visitor(), '林 (1)', 'second'))).toBe('403 people/elsewhere-unknown')
  })
  it('lets a guesser wait', async () => {
    await desk.runtime.database.query(`INSERT INTO sign_in_tries (subject) SELECT 'account:ldap:linxi' FROM generate_series(1, 10)`)
    expect(refused(await byLdap(desk.visitor(), 'linxi', '江畔初见月'))).toBe('429 people/too-many-tries')
    await desk.runtime.database.query('DELETE FROM sign_in_tries')
  })
})

describe('whoever nobody here knows', () => {
  it('is refused with a reason, seen by the administrator, and let in once linked', async () => {
    const visitor = desk.visitor()
    expect(await byCas(visitor, '40001', { cn: ['高远'] })).toBe('/sign-in?refused=elsewhere-unknown')
    expect(await whoIs(visitor)).toBeUndefined()
    const { newcomers } = good(await desk.administrator.get('/identities'), identityList)
    expect(newcomers.find((one) => one.subject === '40001')).toMatchObject({ provider: 'cas', name: '高远' })
    await linked('cas', '40001', 'gaoyuan')
    expect(await byCas(visitor, '40001')).toBe('/p/1/issues')
    expect(good(await desk.administrator.get('/identities'), identityList).newcomers.map((one) => one.subject)).not.toContain('40001')
  })
  it('gets an account without any role where the administrator wants that, and never somebody else’s', async () => {
    await desk.administrator.post('/people', { login: 'taken', name: '在先' })
    setting({ create: true })
    const [visitor, other] = [desk.visitor(), desk.visitor()]
    await byCas(visitor, '50001', { cn: ['新来'] })
    await byCas(other, 'taken')
    setting({ create: false })
    expect(good(await visitor.greet(), sessionAnswer).person).toMatchObject({
      login: '50001',
      name: '新来',
      houseAdministrator: false,
      roles: [],
    })
    expect(await whoIs(other)).toMatch(/^cas-[0-9a-f]{12}$/)
    expect((await visitor.get('/publications')).status).toBe(200)
    const people = good(await desk.administrator.get('/people'), personList).items
    expect(people.filter((one) => one.login === '50001')).toMatchObject([{ mustChangePassword: false }])
  })
  it('cannot come in by an account that is somebody’s already', async () => {
    await linked('cas', '60001', 'holder')
    const other = await linked('cas', '60002', 'wants-it')
    expect(refused(await desk.administrator.put(`/people/${other}/identities/cas`, { subject: '60001' }))).toBe('409 people/identity-taken')
  })
})

describe('roles by group', () => {
  const rolesOf = async (visitor: Visitor): Promise<readonly string[]> =>
    good(await visitor.greet(), sessionAnswer).person?.roles[0]?.roles ?? []

  it('come with the group and go with it; what was given by hand stays', async () => {
    const person = await linked('cas', '70001', 'grouped')
    const { items } = (await desk.administrator.get('/publications')).body as { items: { id: string }[] }
    await desk.administrator.put(`/publications/${items[0]?.id}/members/${person}`, { roles: ['reviewer'] })
    const visitor = desk.visitor()
    await byCas(visitor, '70001', { memberOf: ['编辑部', 'R&D'] })
    expect(await rolesOf(visitor)).toEqual(['editor', 'reviewer'])
    await byCas(visitor, '70001', { groups: ['办公室'] })
    expect(await rolesOf(visitor)).toEqual(['releaser', 'reviewer'])
    await byCas(visitor, '70001')
    expect(await rolesOf(visitor)).toEqual(['reviewer'])
  })
  it('are found by the short name of a directory’s group', async () => {
    const visitor = desk.visitor()
    await byLdap(visitor, 'linxi', '江畔初见月')
    expect(await rolesOf(visitor)).toEqual(['editor', 'reviewer'])
  })
})

it('a person who is disabled or unlinked is out, and stays out', async () => {
  const person = await linked('cas', '80001', 'gone')
  const visitor = desk.visitor()
  await byCas(visitor, '80001')
  expect((await desk.administrator.delete(`/people/${person}/identities/cas`)).status).toBe(204)
  expect(await whoIs(visitor)).toBeUndefined()
  await link(person, 'cas', '80001')
  expect((await desk.administrator.patch(`/people/${person}`, { disabled: true }, { version: 1 })).status).toBe(200)
  expect(await byCas(visitor, '80001')).toBe('/sign-in?refused=elsewhere-disabled')
})

it('the house’s own accounts open the door while every provider is away', async () => {
  await Promise.all([cas.close(), ldap.close()])
  expect(await byCas(desk.visitor(), '20240017')).toBe('/sign-in?refused=elsewhere-refused')
  expect(refused(await byLdap(desk.visitor(), 'linxi', '江畔初见月'))).toBe('503 people/elsewhere-away')
  expect((await desk.visitor().signIn('admin', goodPassword)).status).toBe(200)
})

it('every way in is in the audit, and no ticket or password', async () => {
  const entries = (await desk.runtime.database.query(
    `SELECT act, object_id AS id, detail FROM audit_entries WHERE act IN ('sign in', 'refuse sign in', 'link account', 'sign out elsewhere')`,
  )) as { act: string; id: string; detail: { provider?: string } }[]
  const ways = new Set(entries.filter((one) => one.act === 'sign in').map((one) => one.detail.provider ?? 'password'))
  expect([...ways].sort()).toEqual(['cas', 'ldap', 'oidc', 'password'])
  expect(entries.some((one) => one.act === 'refuse sign in' && one.id === 'cas:40001')).toBe(true)
  expect(entries.filter((one) => one.act === 'sign out elsewhere').length).toBe(3)
  expect(JSON.stringify(entries)).not.toMatch(/ST-\d|江畔初见月/)
})

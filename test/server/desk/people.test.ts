import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberList, newPersonAnswer, personAnswer, personList, sessionAnswer } from '#lib/editorial'
import { figures, often } from '../../faults/points.js'
import { type Desk, goodPassword, openDesk } from './desk.js'
import { good, refused } from './visitor.js'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

describe('signing in', () => {
  it('tells a stranger nothing but a token', async () => {
    const answer = good(await desk.visitor().greet(), sessionAnswer)
    expect(answer.person).toBeNull()
  })
  it('gives a cookie no script can read and no other site can send along', async () => {
    const person = await desk.person('cookie')
    const answer = await person.signIn('cookie', goodPassword)
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('bianyin-session=')) ?? ''
    expect(cookie).toMatch(/; Path=\//i)
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
  })
  it('takes a one-time password once, and lets nothing be done before it is replaced', async () => {
    const made = good(await desk.administrator.post('/people', { login: 'once', name: '一次' }), newPersonAnswer, 201)
    const person = desk.visitor()
    expect(good(await person.signIn('once', made.oneTimePassword), sessionAnswer).person?.mustChangePassword).toBe(true)
    expect(refused(await person.get('/publications'))).toBe('403 people/change-password-first')
    expect(refused(await desk.visitor().signIn('once', made.oneTimePassword))).toBe('401 people/wrong-password')
    good(await person.choosePassword(made.oneTimePassword, goodPassword), sessionAnswer)
    expect((await person.get('/publications')).status).toBe(200)
  })
  it('knows a name however it is typed, and answers a stranger and a wrong password alike', async () => {
    await desk.person('chenming')
    expect((await desk.visitor().signIn('ＣｈｅｎＭｉｎｇ', goodPassword)).status).toBe(200)
    const wrong = await desk.visitor().signIn('chenming', 'not the password')
    const nobody = await desk.visitor().signIn('nobody-here', 'not the password')
    const { requestId: _, ...one } = wrong.body as { requestId: string }
    const { requestId: __, ...other } = nobody.body as { requestId: string }
    expect([wrong.status, one]).toEqual([nobody.status, other])
  })
  it('lets a guesser wait, but not the person at a browser known before', async () => {
    const person = await desk.person('guessed')
    expect((await desk.visitor().signIn('guessed', 'wrong')).status).toBe(401)
    await desk.runtime.database.query(`INSERT INTO sign_in_tries (subject) SELECT 'account:guessed' FROM generate_series(1, 8)`)
    const late = await desk.visitor().signIn('guessed', goodPassword)
    expect(refused(late)).toBe('429 people/too-many-tries')
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await person.signIn('guessed', goodPassword)).status).toBe(200)
  })
  it('counts tries made at the same time', async () => {
    await desk.person('crowd')
    const tries = await Promise.all(Array.from({ length: 12 }, (_, n) => desk.visitor().signIn('crowd', `wrong ${n}`)))
    const compared = tries.filter((one) => one.status === 401).length
    // Four at once; on a slow machine the first waits may end while the crowd still stands at the door.
    expect(compared).toBeGreaterThanOrEqual(4)
    expect(compared).toBeLessThanOrEqual(6)
  })
  it('compares ten passwords of an account in a quarter of an hour at most, wherever the guesses say they come from', async () => {
    const person = await desk.person('besieged')
    const guesser = desk.visitor()
    await guesser.greet()
    const tries = often(40, 10_000)
    const statuses = new Map<number, number>()
    const guess = async (n: number): Promise<void> => {
      const headers = { 'x-forwarded-for': `203.0.113.${n % 50}` }
      const { status } = await guesser.post('/session', { login: 'besieged', password: `guess ${n}` }, { headers })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    for (let n = 0; n < tries; n += 20) await Promise.all(Array.from({ length: 20 }, (_, at) => guess(n + at)))
    figures('guesses at one account', { tries, compared: statuses.get(401) ?? 0, toldToWait: statuses.get(429) ?? 0 })
    expect((statuses.get(401) ?? 0) + (statuses.get(429) ?? 0)).toBe(tries)
    expect(statuses.get(401)).toBeLessThanOrEqual(10)
    expect((await person.signIn('besieged', goodPassword)).status).toBe(200)
    await desk.runtime.database.query('DELETE FROM sign_in_tries')
  })
  it('ends the session at sign-out, at a new password, and when the person is disabled', async () => {
    const person = await desk.person('leaver')
    const elsewhere = desk.visitor()
    await elsewhere.signIn('leaver', goodPassword)
    await person.choosePassword(goodPassword, `${goodPassword} 二`)
    expect((await elsewhere.get('/publications')).status).toBe(401)
    const old = person.cookies.get('bianyin-session')
    await person.delete('/session')
    person.cookies.set('bianyin-session', String(old))
    expect((await person.get('/publications')).status).toBe(401)
    await person.signIn('leaver', `${goodPassword} 二`)
    const now = good(await desk.administrator.get(`/people/${person.id}`), personAnswer)
    good(await desk.administrator.patch(`/people/${person.id}`, { disabled: true }, { version: now.version }), personAnswer)
    expect((await person.get('/publications')).status).toBe(401)
    expect((await person.signIn('leaver', `${goodPassword} 二`)).status).toBe(401)
  })
  it.each(['1234567890', 'password123', 'shorter', goodPassword])('refuses %s as a new password', async (next) => {
    const person = await desk.person(`p${next.length}${next.charCodeAt(0)}`)
    expect((await person.choosePassword(goodPassword, next)).status).toBe(422)
  })
})

describe('passwords', () => {
  const exact = ['汉字口令也行得通吗当然', '🖨️🖋️📰🗞️📚📖🔖🏷️✒️📜', `${'很长的口令'.repeat(25)}尾`, 'blanks  inside  count']
  it.each(exact)('%s is taken whole and exactly', async (password) => {
    const login = `exact${exact.indexOf(password)}`
    const person = await desk.person(login)
    good(await person.choosePassword(goodPassword, password), sessionAnswer)
    expect((await desk.visitor().signIn(login, password)).status).toBe(200)
    expect((await desk.visitor().signIn(login, [...password].slice(0, -1).join(''))).status).toBe(401)
  })
  it('are the same however the keyboard composes a sign', async () => {
    const person = await desk.person('composed')
    good(await person.choosePassword(goodPassword, 'caf\u00e9 caf\u00e9 caf\u00e9'), sessionAnswer)
    expect((await desk.visitor().signIn('composed', 'cafe\u0301 cafe\u0301 cafe\u0301')).status).toBe(200)
  })
  it('beyond one KiB are refused before any work is done', async () => {
    expect((await desk.visitor().signIn('composed', '长'.repeat(400))).status).toBe(422)
  })
})

describe('requests that come from elsewhere', () => {
  const attempts = [
    ['without a token', {}, undefined],
    ['with another session’s token', {}, 'other'],
    ['from another site', { origin: 'https://elsewhere.example' }, 'own'],
    ['from an opaque origin', { origin: 'null' }, 'own'],
    ['said by the browser to cross sites', { 'sec-fetch-site': 'cross-site' }, 'own'],
  ] as const
  it.each(attempts)('are refused %s', async (_, headers, token) => {
    const person = await desk.person(`csrf${attempts.findIndex((one) => one[1] === headers)}`)
    const own = person.token
    person.token = token === 'own' ? own : token === 'other' ? desk.administrator.token : undefined
    expect(refused(await person.delete('/session', { headers }))).toBe('403 http/csrf')
    person.token = own
    expect((await person.get('/publications')).status).toBe(200)
  })
  it('are refused at sign-in too', async () =>
    expect(refused(await desk.visitor().post('/session', { login: 'admin', password: goodPassword }))).toBe('403 http/csrf'))
  it('are refused as plain text', async () => {
    const person = await desk.person('plain')
    const response = await person.raw('POST', '/session', { headers: { 'content-type': 'text/plain' }, body: {} })
    expect(response.status).toBe(415)
  })
})

describe('people of the house', () => {
  it('are made by the house administrator alone', async () => {
    const person = await desk.person('worker')
    expect(refused(await person.post('/people', { login: 'x', name: '某' }))).toBe('403 people/not-allowed')
    expect(refused(await person.get('/people'))).toBe('403 people/not-allowed')
    expect(refused(await desk.visitor().get('/people'))).toBe('401 http/unauthenticated')
  })
  it('have user names of their own', async () => {
    await desk.person('twin')
    expect(refused(await desk.administrator.post('/people', { login: 'TWIN', name: '另一个' }))).toBe('409 people/login-taken')
  })
  it('take no field they were not asked for', async () => {
    for (const extra of [{ id: 'x' }, { role: 'administrator' }, { version: 3 }, { passwordHash: 'x' }]) {
      expect((await desk.administrator.post('/people', { login: 'extra', name: '某', ...extra })).status).toBe(422)
    }
  })
  it('are listed a page at a time, every one once', async () => {
    for (let n = 0; n < 5; n += 1) await desk.administrator.post('/people', { login: `listed${n}`, name: `名单${n}` })
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: { items: { id: string }[]; next: string | null } = good(
        await desk.administrator.get(`/people?limit=3${after === '' ? '' : `&after=${after}`}`),
        personList,
      )
      seen.push(...page.items.map((one) => one.id))
      after = page.next
    }
    const [row] = await desk.runtime.database.query<{ n: string }>('SELECT count(*) AS n FROM people')
    expect([seen.length, new Set(seen).size]).toEqual([Number(row?.n), Number(row?.n)])
  })
  it.each(['limit=0', 'limit=-1', 'limit=1e9', 'limit=abc', 'limit=201', 'sort=login', 'limit=1&limit=2'])(
    'refuse the question ?%s',
    async (query) => {
      expect(refused(await desk.administrator.get(`/people?${query}`))).toBe('400 http/invalid-parameter')
    },
  )
  it('are changed on their newest version only', async () => {
    const person = await desk.person('changed')
    const now = good(await desk.administrator.get(`/people/${person.id}`), personAnswer)
    expect(refused(await desk.administrator.patch(`/people/${person.id}`, { name: '改名' }))).toBe('428 http/if-match-required')
    good(await desk.administrator.patch(`/people/${person.id}`, { name: '改名' }, { version: now.version }), personAnswer)
    expect(refused(await desk.administrator.patch(`/people/${person.id}`, { name: '再改' }, { version: now.version }))).toBe(
      '412 http/stale',
    )
  })
  it('cannot lose their last house administrator', async () => {
    const all = good(await desk.administrator.get('/people?limit=200'), personList).items
    const first = all.find((one) => one.houseAdministrator)
    expect(
      refused(await desk.administrator.patch(`/people/${first?.id}`, { houseAdministrator: false }, { version: first?.version ?? 0 })),
    ).toBe('409 people/last-administrator')
    expect(refused(await desk.administrator.patch(`/people/${first?.id}`, { disabled: true }, { version: first?.version ?? 0 }))).toBe(
      '409 people/not-yourself',
    )
  })
})

describe('publications', () => {
  it('do not exist for whoever has no role in them', async () => {
    const stranger = await desk.person('stranger')
    const { id } = await desk.publication('江州高教')
    const foreign = await stranger.get(`/publications/${id}`)
    const absent = await stranger.get('/publications/00000000-0000-4000-8000-000000000000')
    const nonsense = await stranger.get('/publications/abc')
    const bodies = [foreign, absent, nonsense].map((one) => ({ ...(one.body as object), requestId: '' }))
    expect(bodies[0]).toEqual(bodies[1])
    expect(bodies[1]).toEqual(bodies[2])
    expect(refused(foreign)).toBe('404 publication/missing')
  })
  it('give a role its rights and the next request takes them away', async () => {
    const editor = await desk.person('editor')
    const { id } = await desk.publication('江州通讯', { editor: [editor] })
    expect((await editor.get(`/publications/${id}`)).status).toBe(200)
    expect(refused(await editor.put(`/publications/${id}/members/${editor.id}`, { roles: ['administrator'] }))).toBe(
      '403 people/not-allowed',
    )
    good(await desk.administrator.put(`/publications/${id}/members/${editor.id}`, { roles: [] }), memberList)
    expect((await editor.get(`/publications/${id}`)).status).toBe(404)
  })
  it('want three stages unless the switch is on, with its reason', async () => {
    const two = [
      { name: '初审', reviewers: [] },
      { name: '终审', reviewers: [] },
    ]
    expect(refused(await desk.administrator.post('/publications', { name: '小刊', style: 'planning-and-decision', stages: two }))).toBe(
      '422 publication/too-few-stages',
    )
    await desk.publication('小刊', {}, { stages: two, reviewException: { reason: '全室只有三人' } })
  })
  it('have names of their own and a style that exists', async () => {
    await desk.publication('独名')
    expect(refused(await desk.administrator.post('/publications', { name: '独名', style: 'planning-and-decision' }))).toBe(
      '409 publication/name-taken',
    )
    expect(refused(await desk.administrator.post('/publications', { name: '无版', style: 'no-such' }))).toBe(
      '422 publication/unknown-style',
    )
  })
})

import { gzipSync } from 'node:zlib'
import { Agent, fetch } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '#lib/editorial'
import { readConfig } from '../../../apps/server/src/platform/config/read-config.js'
import { checkedLookup } from '../../../apps/server/src/sources/outside/checked-lookup.js'
import { Outside } from '../../../apps/server/src/sources/outside/outside.js'
import { forbiddenAddresses } from './forbidden-addresses.js'
import { type Listener, listen } from './listener.js'

let trap: Listener
let site: Listener
let strict: Outside
let open: Outside

const page = (text: string): string => `<html><head><title>页</title></head><body><p>${text}</p></body></html>`

/** What the little site answers, by path. */
const answers: Record<string, () => { status?: number; headers?: Record<string, string>; body?: string | Buffer }> = {
  '/page': () => ({ headers: { 'content-type': 'text/html; charset=utf-8', etag: '"1"' }, body: page('正文') }),
  '/to-page': () => ({ status: 302, headers: { location: '/page' } }),
  '/pdf': () => ({ headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' }),
  '/test-of-a-person': () => ({
    status: 521,
    headers: { 'content-type': 'text/html' },
    body: '<script>document.cookie="__jsl_clearance=1"</script>',
  }),
  '/gone': () => ({ status: 404, headers: { 'content-type': 'text/html' }, body: 'gone' }),
  '/loop': () => ({ status: 301, headers: { location: '/loop' } }),
  '/hop1': () => ({ status: 301, headers: { location: '/hop2' } }),
  '/hop2': () => ({ status: 303, headers: { location: '/hop3' } }),
  '/hop3': () => ({ status: 307, headers: { location: '/hop4' } }),
  '/hop4': () => ({ status: 308, headers: { location: '/page' } }),
  '/bomb': () => ({ headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' }, body: bomb }),
}
const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 'a'))

beforeAll(async () => {
  trap = await listen()
  site = await listen((request, response) => {
    const path = request.url ?? ''
    const redirect = /^\/go\/(\d{3})\/(.+)$/.exec(path)
    if (redirect !== null) {
      response.writeHead(Number(redirect[1]), { location: decodeURIComponent(redirect[2] ?? '') }).end()
      return
    }
    if (path === '/never') return
    if (path === '/meta-refresh') {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<meta http-equiv="refresh" content="0;url=http://127.0.0.1:${trap.port}/">${page('正文')}`)
      return
    }
    if (request.headers['if-none-match'] === '"1"') {
      response.writeHead(304).end()
      return
    }
    const { status = 200, headers = {}, body = '' } = answers[path]?.() ?? { status: 404 }
    response.writeHead(status, headers).end(body)
  })
  strict = new Outside(readConfig({}))
  open = new Outside(readConfig({ FETCH_ALLOW: `127.0.0.1:${site.port}` }))
})
afterAll(async () => {
  await Promise.all([strict.onApplicationShutdown(), open.onApplicationShutdown()])
  await Promise.all([trap.close(), site.close()])
})

/** The code an attempt ends with, or the bytes it brought. */
const attempt = (outside: Outside, address: string, kind: 'page' | 'picture' = 'page'): Promise<string> =>
  outside.get(address, kind).then(
    ({ bytes }) => Buffer.from(bytes).toString(),
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )

describe('addresses that must not be asked', () => {
  it('are refused one like the other, at once, and nobody hears a knock', async () => {
    const all = forbiddenAddresses(trap.port)
    expect(all.length).toBeGreaterThanOrEqual(105)
    const before = trap.taken()
    const start = performance.now()
    const differing: string[] = []
    for (const address of all) {
      const code = await attempt(strict, address)
      if (code !== 'fetch/refused') differing.push(`${address} ${code}`)
    }
    expect(differing).toEqual([])
    expect(performance.now() - start).toBeLessThan(5000)
    expect(trap.taken()).toBe(before)
  })

  it('are not reached by being sent on to', async () => {
    const before = trap.taken()
    const onward = [
      `http://127.0.0.1:${trap.port}/`,
      `http://[::1]:${trap.port}/`,
      `http://localhost:${trap.port}/`,
      'file:///etc/passwd',
      'http://169.254.169.254/latest/',
      `//127.0.0.1:${trap.port}/`,
    ]
    for (const [at, status] of [301, 302, 303, 307, 308, 302].entries())
      expect(await attempt(open, `http://127.0.0.1:${site.port}/go/${status}/${encodeURIComponent(onward[at] ?? '')}`)).toBe(
        'fetch/refused',
      )
    expect(await attempt(open, `http://127.0.0.1:${site.port}/meta-refresh`)).toContain('正文')
    expect(trap.taken()).toBe(before)
  })

  it('nothing is asked when the house does not go out at all', async () => {
    const shut = new Outside(readConfig({ FETCH: 'off', FETCH_ALLOW: `127.0.0.1:${site.port}` }))
    expect(await attempt(shut, `http://127.0.0.1:${site.port}/page`)).toBe('fetch/off')
  })
})

describe('a name', () => {
  type Addresses = { address: string; family: number }[]
  /** Answers the given addresses in turn, as a server that changes its mind would. */
  const turning = (...turns: Addresses[]) => {
    let at = 0
    return checkedLookup((_name, _options, answer) => answer(null, turns[at++ % turns.length] ?? []))
  }
  const one = (address: string): Addresses => [{ address, family: address.includes(':') ? 6 : 4 }]

  it.each([
    ['public first, then the machine itself', turning(one('203.0.113.9'), one('127.0.0.1'))],
    ['the machine itself', turning(one('127.0.0.1'))],
    ['both at once', turning([...one('93.184.215.14'), ...one('127.0.0.1')])],
    ['both at once, the bad one first', turning([...one('127.0.0.1'), ...one('93.184.215.14')])],
    ['six', turning(one('::1'))],
    ['a mapped one', turning(one('::ffff:127.0.0.1'))],
    ['nothing', turning([])],
  ])('that answers %s leads nowhere', async (_, lookup) => {
    const agent = new Agent({ connect: { lookup, timeout: 500 } })
    const before = trap.taken()
    for (let times = 0; times < 30; times += 1)
      await expect(fetch(`http://rebinding.example:${trap.port}/`, { dispatcher: agent })).rejects.toThrow()
    expect(trap.taken()).toBe(before)
    await agent.destroy()
  })

  it('is asked once for each connection: what was judged is what is connected to', async () => {
    let asked = 0
    const lookup = checkedLookup((_name, _options, answer) => {
      asked += 1
      answer(null, one('93.184.215.14'))
    })
    const given = await new Promise((resolve) => lookup('a.example', { all: true }, (_error, addresses) => resolve(addresses)))
    expect([asked, given]).toEqual([1, one('93.184.215.14')])
  })
})

describe('what a site answers', () => {
  it.each([
    ['/page', '正文'],
    ['/to-page', '正文'],
    ['/hop2', '正文'],
    ['/hop1', 'fetch/too-many-redirects'],
    ['/loop', 'fetch/too-many-redirects'],
    ['/pdf', 'fetch/unsupported-content'],
    ['/test-of-a-person', 'fetch/blocked'],
    ['/gone', 'fetch/status'],
    ['/bomb', 'fetch/too-large'],
  ])('%s → %s', async (path, expected) => {
    expect(await attempt(open, `http://127.0.0.1:${site.port}${path}`)).toContain(expected)
  })

  it('a page that has not changed comes without bytes', async () => {
    const { status, bytes } = await open.get(`http://127.0.0.1:${site.port}/page`, 'page', { etag: '"1"' })
    expect([status, bytes.length]).toEqual([304, 0])
  })

  it('a picture is no page and a page no picture', async () => {
    expect(await attempt(open, `http://127.0.0.1:${site.port}/page`, 'picture')).toBe('fetch/unsupported-content')
  })

  it('a closed port and a name that is not there', async () => {
    const quiet = await listen()
    await quiet.close()
    const outside = new Outside(readConfig({ FETCH_ALLOW: `127.0.0.1:${quiet.port}` }))
    expect(await attempt(outside, `http://127.0.0.1:${quiet.port}/`)).toBe('fetch/unreachable')
    expect(await attempt(strict, 'http://no-such-name.invalid/')).toBe('fetch/refused')
  })
})

describe('a machine the administrator named', () => {
  const ask = async (path: string, ms = 5000): Promise<string> => {
    const how = { headers: { 'content-type': 'application/json' }, signal: new AbortController().signal, ms, bytes: 1024 }
    try {
      return Buffer.from(await strict.ask(new URL(`http://127.0.0.1:${site.port}${path}`), '{}', how)).toString('utf8')
    } catch (error) {
      return (error as Refusal).code
    }
  }

  it.each([
    ['/page', '正文'],
    ['/to-page', 'fetch/status'],
    ['/gone', 'fetch/status'],
    ['/bomb', 'fetch/too-large'],
  ])('is asked though it is private: %s → %s', async (path, expected) => expect(await ask(path)).toContain(expected))

  it('that takes its time is not waited for', async () => expect(await ask('/never', 200)).toBe('fetch/timeout'))
})

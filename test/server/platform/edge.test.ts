import { connect } from 'node:net'
import { Body, Controller, Get, Inject, Injectable, Module, Param, Post, Query, Res, UploadedFile } from '@nestjs/common'
import type { NestExpressApplication } from '@nestjs/platform-express'
import type { Request, Response } from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { conflict, forbidden, missing } from '#lib/editorial'
import { ApiModule } from '../../../apps/server/src/api.module.js'
import { FILES, type FileStore } from '../../../apps/server/src/platform/files/file-store.js'
import { Csrf } from '../../../apps/server/src/platform/guard/csrf.js'
import {
  AUTHENTICATOR,
  type Authenticator,
  Policy,
  Public,
  SignedIn,
  type Visitor,
} from '../../../apps/server/src/platform/guard/policy.js'
import { createApi } from '../../../apps/server/src/platform/http/create-api.js'
import { TakesUpload } from '../../../apps/server/src/platform/http/uploads.js'
import { type TestRuntime, testRuntime } from './runtime-for-test.js'

const letter = z.strictObject({ title: z.string().max(10), count: z.int().min(1).optional() })
const page = z.strictObject({ limit: z.string().regex(/^\d+$/).optional() })
const id = z.uuid()

@Injectable()
class ByHeader implements Authenticator {
  async authenticate(request: Request): Promise<Visitor | undefined> {
    const name = request.headers['x-person']
    if (typeof name !== 'string') return undefined
    return {
      actor: { id: name, houseAdministrator: false, roles: {} },
      via: request.headers.authorization === undefined ? 'cookie' : 'bearer',
      hindrance: name === 'new' ? 'people/change-password-first' : undefined,
    }
  }
}

@Controller('things')
class Things {
  constructor(
    private readonly csrf: Csrf,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  @Get('token')
  @Public()
  token(@Res({ passthrough: true }) response: Response): { token: string } {
    return { token: this.csrf.tokenFor(response.req, response) }
  }

  @Post()
  @Public()
  take(@Body({ schema: letter }) body: z.infer<typeof letter>): object {
    return { took: body }
  }

  @Get()
  @SignedIn()
  list(@Query({ schema: page }) query: object): object {
    return query
  }

  @Get('mine')
  @SignedIn({ evenHindered: true })
  mine(): object {
    return {}
  }

  @Get('secret')
  @Policy((actor) => {
    if (actor.id === 'stranger') throw missing('issue/missing')
    if (actor.id === 'reader') throw forbidden('http/forbidden')
  })
  secret(): object {
    return { secret: true }
  }

  @Get('broken')
  @Public()
  broken(): object {
    throw new Error('SELECT password FROM people')
  }

  @Get('conflict')
  @Public()
  conflict(): object {
    throw conflict('issue/number-taken', { year: 2024, number: 10 })
  }

  @Post('upload')
  @Public()
  @TakesUpload()
  async upload(@UploadedFile() file: Express.Multer.File): Promise<object> {
    return { name: file.originalname, ...(await this.files.putFile(file.path)) }
  }

  @Get(':id')
  @Public()
  one(@Param('id', { schema: id }) thing: string): object {
    return { thing }
  }
}

@Module({ controllers: [Things], providers: [{ provide: AUTHENTICATOR, useClass: ByHeader }], exports: [AUTHENTICATOR] })
class ThingsModule {}

let runtime: TestRuntime
let app: NestExpressApplication
let base: string
let cookie: string
let token: string

beforeAll(async () => {
  runtime = await testRuntime()
  const features = { modules: [ThingsModule], entities: [], jobs: [], largeBodies: [/^\/api\/v1\/large$/] }
  app = await createApi(ApiModule.forRoot(runtime, features), runtime, { largeBodies: features.largeBodies })
  await app.listen(0, '127.0.0.1')
  base = await app.getUrl()
  const greeting = await fetch(`${base}/api/v1/things/token`)
  cookie = (greeting.headers.getSetCookie()[0] as string).split(';')[0] as string
  token = ((await greeting.json()) as { token: string }).token
})
afterAll(async () => {
  await app.close()
  await runtime.close()
})

interface Said {
  readonly status: number
  readonly headers: Headers
  readonly body: {
    code?: string
    title?: string
    detail?: string
    errors?: { pointer: string; code: string; detail: string }[]
    requestId?: string
  } & Record<string, unknown>
}

async function ask(
  method: string,
  path: string,
  init: { body?: string | Buffer | FormData; headers?: Record<string, string> } = {},
): Promise<Said> {
  const usual: Record<string, string> = {
    cookie,
    'x-csrf-token': token,
    ...(typeof init.body === 'string' ? { 'content-type': 'application/json' } : {}),
  }
  const headers = Object.fromEntries(Object.entries({ ...usual, ...init.headers }).filter(([, value]) => value !== ''))
  const answer = await fetch(`${base}/api/v1/things${path}`, {
    method,
    headers,
    ...(init.body === undefined ? {} : { body: init.body as NonNullable<RequestInit['body']> }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text === '' ? {} : (JSON.parse(text) as Said['body']) }
}

const post = (body: string | Buffer, headers: Record<string, string> = {}): Promise<Said> => ask('POST', '', { body, headers })
const json = { 'content-type': 'application/json' }

describe('bodies', () => {
  test('a good one is taken, Chinese and beyond the first plane', async () => {
    const { status, body } = await post('{"title":"𠮷野家的“十四五”"}')
    expect(status).toBe(201)
    expect(body).toEqual({ took: { title: '𠮷野家的“十四五”' } })
  })

  test.each([
    ['cut off', '{"title":'],
    ['nothing', ''],
    ['followed by more', '{"title":"x"} {}'],
    ['with a byte-order mark', '\ufeff{"title":"x"}'],
    ['in UTF-16', Buffer.from('\ufeff{"title":"x"}', 'utf16le')],
  ])('%s is not JSON', async (_what, body) => {
    const { status, body: problem, headers } = await post(body, json)
    expect([status, problem.code]).toEqual([400, 'http/malformed-json'])
    expect(headers.get('content-type')).toContain('application/problem+json')
  })

  test('GBK bytes are told from UTF-8', async () => {
    const { status, body } = await post(Buffer.from([...Buffer.from('{"title":"'), 0xb9, 0xe6, 0xbb, 0xae, ...Buffer.from('"}')]), json)
    expect([status, body.code]).toEqual([400, 'http/invalid-encoding'])
  })

  test.each(['text/plain', 'application/json; charset=gbk', 'application/x-www-form-urlencoded', ''])(
    'a body as “%s” is not taken',
    async (type) => {
      const answer = await post(Buffer.from('{"title":"x"}'), { 'content-type': type })
      expect([answer.status, answer.body.code]).toEqual([415, 'http/unsupported-media-type'])
    },
  )

  test('a compressed body is not taken', async () => {
    const { status } = await post(Buffer.from('x'), { ...json, 'content-encoding': 'gzip' })
    expect(status).toBe(415)
  })

  test('more than 2 MiB is cut off', async () => {
    const { status, body } = await post(`{"title":"${'长'.repeat(800_000)}"}`)
    expect([status, body.code]).toEqual([413, 'http/payload-too-large'])
    expect(body.detail).toContain('2097152')
  })

  test('too deep, too many', async () => {
    expect((await post(`${'['.repeat(80)}${']'.repeat(80)}`)).body.code).toBe('http/too-complex')
    expect((await post(JSON.stringify(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`k${n}`, 1]))))).body.code).toBe(
      'http/too-complex',
    )
    expect((await post(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).status).toBeLessThan(500)
  })

  test.each(['{"__proto__":{"x":1}}', '{"title":"a","constructor":{"prototype":{"x":1}}}'])('%s changes nothing', async (body) => {
    expect((await post(body)).status).toBe(422)
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test('every place that does not fit is told, in the reader’s language', async () => {
    const { status, body } = await post('{"title":"一二三四五六七八九十一二","count":0,"owner":"x"}')
    expect([status, body.code]).toEqual([422, 'http/validation-failed'])
    expect(body.errors?.map((one) => one.pointer).sort()).toEqual(['/count', '/owner', '/title'])
    expect(body.errors?.every((one) => /[\u4e00-\u9fff]/.test(one.detail))).toBe(true)
    const english = await post('{"count":0}', { 'accept-language': 'en-GB,en;q=0.9' })
    expect(english.body.title).toBe('Content does not fit')
    expect(english.body.errors?.some((one) => /[\u4e00-\u9fff]/.test(one.detail))).toBe(false)
  })

  test.each(['\\u0000', '\\u0007', '\\ufffe', '\\ud800', '\\udc00x'])('text with %s is not text', async (flaw) => {
    const { status, body } = await post(`{"title":"好${flaw}"}`)
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'http/invalid-text', '/title'])
  })
})

describe('addresses', () => {
  test.each(['abc', '1e20', '-1', '%00', '..%2f..%2fetc', 'x'.repeat(3000)])('“%s” names nothing', async (thing) => {
    expect((await ask('GET', `/${thing}`)).status).toBe(404)
  })

  test('a half percent sign is a wrong request, not a fault', async () => {
    expect((await ask('GET', '/%E0%A4%A')).status).toBe(400)
  })

  test.each(['limit=1&limit=2', 'limit=-1', 'limit=abc', 'other=1'])('?%s is a wrong parameter', async (query) => {
    const { status, body } = await ask('GET', `?${query}`, { headers: { 'x-person': 'p' } })
    expect([status, body.code]).toEqual([400, 'http/invalid-parameter'])
  })

  test('a wrong method is told the right ones', async () => {
    const wrong = await ask('DELETE', '')
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST'])
    const options = await ask('OPTIONS', '')
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST'])
    expect((await ask('HEAD', '/conflict')).status).toBe(409)
  })
})

describe('answers', () => {
  test('a refusal is told in full', async () => {
    const { status, body } = await ask('GET', '/conflict')
    expect([status, body.code, body.detail]).toEqual([409, 'issue/number-taken', '2024年第10期已经存在。'])
  })

  test('a fault is told by a number alone', async () => {
    const { status, body } = await ask('GET', '/broken')
    expect([status, body.code]).toEqual([500, 'http/fault'])
    expect(JSON.stringify(body)).not.toMatch(/SELECT|password|stack|at /)
    expect(body.detail).toMatch(/编号 [0-9A-F]{4}/)
  })

  test('every answer has an id and the headers that keep a browser safe', async () => {
    const { headers, body } = await ask('GET', '/conflict')
    expect(headers.get('x-request-id')).toBe(body.requestId)
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('who may', () => {
  test.each([
    ['nobody', {}, 401, 'http/unauthenticated'],
    ['a stranger', { 'x-person': 'stranger' }, 404, 'issue/missing'],
    ['a reader', { 'x-person': 'reader' }, 403, 'http/forbidden'],
    ['one who must change the password', { 'x-person': 'new' }, 403, 'people/change-password-first'],
    ['an editor', { 'x-person': 'editor' }, 200, undefined],
  ])('%s', async (_who, headers, status, code) => {
    const answer = await ask('GET', '/secret', { headers: headers as Record<string, string> })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  test('one who must change the password reaches what is open even then', async () => {
    expect((await ask('GET', '/mine', { headers: { 'x-person': 'new' } })).status).toBe(200)
  })

  test.each([
    ['without the token', { 'x-csrf-token': '' }],
    ['with another’s token', { 'x-csrf-token': 'A'.repeat(43) }],
    ['without a cookie', { cookie: '' }],
    ['from another site', { origin: 'http://evil.example' }],
    ['from nowhere', { origin: 'null' }],
    ['said to be cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('a change %s is not made', async (_how, headers) => {
    const { status, body } = await post('{"title":"x"}', headers as Record<string, string>)
    expect([status, body.code]).toEqual([403, 'http/csrf'])
  })

  test('a machine with a bearer token needs no page token', async () => {
    expect((await post('{"title":"x"}', { 'x-person': 'robot', authorization: 'Bearer t', 'x-csrf-token': '', cookie: '' })).status).toBe(
      201,
    )
  })
})

describe('uploads', () => {
  const form = (...files: [field: string, name: string, size?: number][]): FormData => {
    const data = new FormData()
    for (const [field, name, size] of files) data.append(field, new Blob([Buffer.alloc(size ?? 3, 'x')]), name)
    return data
  }

  test('a file keeps its Chinese name', async () => {
    const { status, body } = await ask('POST', '/upload', { body: form(['file', '规划与决策2024年第10期（总第20期）.docx']) })
    expect([status, body.name, body.bytes]).toEqual([201, '规划与决策2024年第10期（总第20期）.docx', 3])
    expect(await runtime.files.has(body.sha256 as string)).toBe(true)
  })

  test('two files, another field, or no multipart at all are wrong requests', async () => {
    expect((await ask('POST', '/upload', { body: form(['file', 'a.txt'], ['file', 'b.txt']) })).status).toBe(400)
    expect((await ask('POST', '/upload', { body: form(['other', 'a.txt']) })).status).toBe(400)
    expect((await ask('POST', '/upload', { body: form([`a${'[b]'.repeat(1000)}`, 'a.txt']) })).status).toBe(400)
    const broken = await ask('POST', '/upload', {
      body: Buffer.from('--x\r\nnonsense'),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(broken.status).toBe(400)
  })

  test('more than 50 MiB is cut off and leaves nothing behind', async () => {
    const { status } = await ask('POST', '/upload', { body: form(['file', 'big.bin', 51 * 1024 * 1024]) })
    expect(status).toBe(413)
  })
})

test('a broken request line is answered and the server lives on', async () => {
  const said = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nbroken\r\n\r\n'))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
  })
  expect(said).toMatch(/^HTTP\/1\.1 400/)
  expect((await ask('GET', '/conflict')).status).toBe(409)
})

test('a route that was forgotten keeps the house from starting', async () => {
  @Controller('forgotten')
  class Forgotten {
    @Get()
    open(): object {
      return {}
    }
  }
  @Module({ controllers: [Forgotten], providers: [{ provide: AUTHENTICATOR, useClass: ByHeader }], exports: [AUTHENTICATOR] })
  class ForgottenModule {}
  const other = await testRuntime()
  const opened = createApi(ApiModule.forRoot(other, { modules: [ForgottenModule], entities: [], jobs: [], largeBodies: [] }), other, {
    largeBodies: [],
  })
  await expect(opened).rejects.toThrow('routes without a policy: GET /forgotten')
  await other.close()
})

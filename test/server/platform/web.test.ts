import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiModule } from '../../../apps/server/src/api.module.js'
import { features } from '../../../apps/server/src/features.js'
import { createApi } from '../../../apps/server/src/platform/http/create-api.js'
import { type TestRuntime, testRuntime } from './runtime-for-test.js'

let runtime: TestRuntime
let app: NestExpressApplication
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bianyin-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>编印</title><script type="module" src="/assets/app-1a2b.js"></script>')
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  runtime = await testRuntime({}, features.entities)
  app = await createApi(ApiModule.forRoot(runtime, features), runtime, { largeBodies: [], webFolder: folder })
  await app.listen(0, '127.0.0.1')
})
afterAll(async () => {
  await app.close()
  await runtime.close()
  rmSync(folder, { recursive: true })
})

const get = async (path: string, headers: Record<string, string> = { accept: 'text/html' }): Promise<Response> =>
  fetch(`${await app.getUrl()}${path}`, { headers })

describe('the web app', () => {
  test.each(['/', '/issues/42', '/settings/people?tab=roles'])(
    '%s opens the page, asked for anew each time, and nothing inline may run in it',
    async (path) => {
      const answer = await get(path)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
      expect(await answer.text()).toContain('编印')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/default-src 'none'.*script-src 'self';.*frame-ancestors 'none'/)
      expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|http)/)
    },
  )

  test('built files are kept for ever, others are asked for', async () => {
    const built = await get('/assets/app-1a2b.js')
    expect(built.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(built.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache')
  })

  test.each(['/assets/gone.js', '/api/v1/nothing'])('%s is not found, not the page', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })
})

/** A path sent as it is, which fetch would tidy first. */
const raw = async (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const port = (app.getHttpServer().address() as { port: number }).port
    const asked = request({ host: '127.0.0.1', port, path }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve(`${answer.statusCode} ${text}`))
    })
    asked.on('error', reject).end()
  })

test.each(['/assets/../../../package.json', '/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json', '//etc/passwd'])(
  '%s leads nowhere outside the folder',
  async (path) => {
    expect(await raw(path)).toMatch(/^(400|403|404) /)
  },
)

describe('what machines ask', () => {
  test('the interface is described as OpenAPI 3.1, every operation with a name and an answer for what goes wrong', async () => {
    const answer = await get('/api/openapi.json')
    const document = (await answer.json()) as {
      openapi: string
      paths: Record<string, Record<string, { operationId: string; responses: object }>>
    }
    expect(document.openapi).toBe('3.1.0')
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
    expect(operations.length).toBeGreaterThan(20)
    expect(new Set(operations.map((one) => one.operationId)).size).toBe(operations.length)
    expect(operations.every((one) => 'default' in one.responses)).toBe(true)
  })

  test('every reference of the description leads somewhere', async () => {
    const text = await (await get('/api/openapi.json')).text()
    const { components } = JSON.parse(text) as { components: { schemas: object } }
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] as string)
    expect(names.filter((name) => !(name in components.schemas))).toEqual([])
    expect(text).not.toContain('#/$defs/')
  })

  test('figures are for this machine, not for those a proxy passes on, and no reader can invent new ones', async () => {
    for (let n = 0; n < 5; n += 1) await get(`/api/v1/invented-${n}`)
    const text = await (await get('/metrics')).text()
    expect(text).toMatch(/bianyin_outbox_waiting 0/)
    expect(text).toMatch(/bianyin_database_connections \d/)
    expect(text).not.toContain('invented')
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404)
  })

  test('health needs no sign-in and tells nothing but states', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'ok' })
    const ready = (await (await get('/health/ready')).json()) as { checks: Record<string, string> }
    expect(ready.checks).toEqual({ database: 'ok', schema: 'ok', files: 'ok', fonts: 'ok', clock: 'ok' })
  })
})

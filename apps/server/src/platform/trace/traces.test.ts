import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { readConfig } from '../config/read-config.js'
import { createLog } from '../log/log.js'
import { withContext } from '../log/request-context.js'
import { Traces } from './traces.js'

const log = createLog('silent', 'test')
const work = { name: 'GET /api/v1/issues/:issue', kind: 'server', attributes: { 'http.response.status_code': 503 }, failed: true } as const

it('a collector is told what took how long, under the number of the request', async () => {
  const heard: { url: string | undefined; body: string }[] = []
  const collector = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      heard.push({ url: request.url, body })
      response.end('{}')
    })
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  const { port } = collector.address() as AddressInfo
  const traces = new Traces(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/otlp/` }), log)
  withContext({ requestId: '0f8fad5b-d9cb-469f-a165-70867728950e' }, () => traces.add(work, 250))
  await traces.onModuleDestroy()
  collector.close()
  const [{ url, body } = { url: '', body: '{}' }] = heard
  const span = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Record<string, unknown>[] }[] }[] }
  const [told] = span.resourceSpans[0]?.scopeSpans[0]?.spans ?? []
  expect(url).toBe('/otlp/v1/traces')
  expect(told).toMatchObject({
    traceId: '0f8fad5bd9cb469fa16570867728950e',
    name: work.name,
    kind: 2,
    status: { code: 2 },
    attributes: [{ key: 'http.response.status_code', value: { intValue: '503' } }],
  })
  expect(told?.spanId).toMatch(/^[0-9a-f]{16}$/)
  expect(Number(BigInt(String(told?.endTimeUnixNano)) - BigInt(String(told?.startTimeUnixNano)))).toBe(250_000_000)
})

it('without a collector nothing is kept, and one that is away keeps nobody', async () => {
  const off = new Traces(readConfig({}), log)
  off.add(work, 1)
  expect(off.on).toBe(false)
  await off.onModuleDestroy()
  const away = new Traces(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }), log)
  away.add(work, 1)
  await away.onModuleDestroy()
})

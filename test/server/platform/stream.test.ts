import { Controller, Get, Module, Req, Res } from '@nestjs/common'
import type { NestExpressApplication } from '@nestjs/platform-express'
import type { Request, Response } from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiModule } from '../../../apps/server/src/api.module.js'
import { EventBus } from '../../../apps/server/src/platform/events/event-bus.js'
import { AUTHENTICATOR, Public } from '../../../apps/server/src/platform/guard/policy.js'
import { createApi } from '../../../apps/server/src/platform/http/create-api.js'
import { endEventStreams, eventStream } from '../../../apps/server/src/platform/http/event-stream.js'
import { type TestRuntime, testRuntime } from './runtime-for-test.js'
import { until } from './worker-for-test.js'

/** The rows behind the stream: the truth, events only ring. */
const rows: string[] = ['甲', '乙']

@Controller('stream')
class Stream {
  constructor(private readonly bus: EventBus) {}

  @Get()
  @Public()
  read(@Req() request: Request, @Res() response: Response): Promise<void> {
    const since = async (id: string | undefined) =>
      rows.map((row, at) => ({ id: String(at + 1), event: 'row', data: { row } })).slice(id === undefined ? 0 : Number(id))
    return eventStream(request, response, this.bus, { topics: ['rows'], since })
  }
}

@Module({
  controllers: [Stream],
  providers: [{ provide: AUTHENTICATOR, useValue: { authenticate: async () => undefined } }],
  exports: [AUTHENTICATOR],
})
class StreamModule {}

let runtime: TestRuntime
let app: NestExpressApplication
beforeAll(async () => {
  runtime = await testRuntime()
  app = await createApi(ApiModule.forRoot(runtime, { modules: [StreamModule], entities: [], jobs: [], largeBodies: [] }), runtime, {
    largeBodies: [],
  })
  await app.listen(0, '127.0.0.1')
})
afterAll(async () => {
  await app.close()
  await runtime.close()
})

class Listening {
  text = ''
  ended = false
  private readonly stop = new AbortController()

  constructor(private readonly lastEventId?: string) {}

  async open(): Promise<this> {
    const answer = await fetch(`${await app.getUrl()}/api/v1/stream`, {
      signal: this.stop.signal,
      headers: this.lastEventId === undefined ? {} : { 'last-event-id': this.lastEventId },
    })
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    void this.read(answer)
    return this
  }

  get ids(): string[] {
    return [...this.text.matchAll(/^id: (.+)$/gm)].map((match) => match[1] as string)
  }

  close(): void {
    this.stop.abort()
  }

  private async read(answer: globalThis.Response): Promise<void> {
    const decoder = new TextDecoder()
    try {
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) this.text += decoder.decode(chunk, { stream: true })
    } catch {
      // Closed by the test.
    }
    this.ended = true
  }
}

const ring = () => app.get(EventBus).publish(runtime.dataSource.manager, 'rows', {})

test('first what stands, then each change once', async () => {
  const listening = await new Listening().open()
  await until(() => listening.ids.length === 2)
  expect(listening.text).toContain('event: row\ndata: {"row":"甲"}')
  rows.push('丙')
  await ring()
  await until(() => listening.ids.length === 3)
  await ring()
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(listening.ids).toEqual(['1', '2', '3'])
  listening.close()
})

test('after a break it goes on where it was', async () => {
  const listening = await new Listening('2').open()
  await until(() => listening.ids.length === 1)
  expect(listening.ids).toEqual(['3'])
  listening.close()
})

test('a forged last id is no id', async () => {
  const listening = await new Listening('2\u00a0x').open()
  await until(() => listening.ids.length === 3)
  listening.close()
})

test('a stopping server ends its streams', async () => {
  const listening = await new Listening().open()
  await until(() => listening.ids.length === 3)
  endEventStreams()
  await until(() => listening.ended)
})

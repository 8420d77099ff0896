import { NestFactory } from '@nestjs/core'
import { ApiModule } from '../api.module.js'
import { features } from '../features.js'
import type { Command } from '../platform/command/command.js'
import { readConfig } from '../platform/config/read-config.js'
import { apiPrefix } from '../platform/http/api-prefix.js'
import { openApiOf } from '../platform/http/openapi.js'
import { exitCode } from '../platform/program/exit-code.js'
import { unopenedRuntime } from '../platform/runtime.js'

export const openapi: Command = {
  usage: 'openapi',
  summary: { zh: '输出接口的 OpenAPI 3.1 文档', en: 'Print the interface as OpenAPI 3.1' },
  options: {},
  words: [0, 0],
  async run(_args, io) {
    const runtime = unopenedRuntime(readConfig(io.env))
    const app = await NestFactory.create(ApiModule.forRoot(runtime, features), { preview: true, logger: false, abortOnError: false })
    app.setGlobalPrefix(apiPrefix)
    io.out(`${JSON.stringify(openApiOf(app), null, 2)}\n`)
    return exitCode.done
  },
}

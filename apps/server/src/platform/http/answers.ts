import { applyDecorators, HttpCode } from '@nestjs/common'
import { ApiHeader, ApiResponse } from '@nestjs/swagger'
import type { z } from 'zod'

/** What a route answers when all goes well: status and shape, for the client and for the OpenAPI document. */
export const Answers = (status: number, schema?: z.ZodType, description = ''): MethodDecorator =>
  applyDecorators(HttpCode(status), ApiResponse({ status, description, ...(schema === undefined ? {} : { standardSchema: schema }) }))

/** A route that sends a file in one of these media types. */
export const AnswersFile = (description: string, ...mediaTypes: readonly string[]): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiResponse({
      status: 200,
      description,
      content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
    }),
  )

/** A route that changes a thing and must be told which version it builds on. */
export const BasedOnVersion = (): MethodDecorator =>
  ApiHeader({ name: 'If-Match', required: true, description: 'The ETag last seen: "7"', schema: { type: 'string' } })

/** A route that may be asked again with the same key and then acts once. */
export const Repeatable = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'The same for every repetition of one request',
    schema: { type: 'string' },
  })

import { applyDecorators, HttpCode } from '@nestjs/common'
import { ApiResponse } from '@nestjs/swagger'
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

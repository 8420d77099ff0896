import { applyDecorators, HttpCode } from '@nestjs/common'
import { ApiResponse } from '@nestjs/swagger'
import type { z } from 'zod'

/** What a route answers when all goes well: status and shape, for the client and for the OpenAPI document. */
export const Answers = (status: number, schema?: z.ZodType, description = ''): MethodDecorator =>
  applyDecorators(HttpCode(status), ApiResponse({ status, description, ...(schema === undefined ? {} : { standardSchema: schema }) }))

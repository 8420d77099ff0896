import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'
import { z } from 'zod'
import { houseVersion } from '../project-root.js'
import { problemSchema } from './problem-schema.js'

type JsonSchema = Record<string, unknown>

/** The whole interface as OpenAPI 3.1, from the same shapes that check the requests. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('编印 Bianyin')
    .setDescription('从来稿到成品 DOCX 与 PDF 的编辑台。错误一律为 application/problem+json，以 code 区分。')
    .setVersion(houseVersion())
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('bianyin-session', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build()
  const document = SwaggerModule.createDocument(app, head, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    standardSchemaConverter: (schema, { schemaType }) => convert(schema as z.ZodType, schemaType),
  })
  return withProblems(document)
}

/** A shape with an id becomes a component of that name, wherever it stands; the rest stays in place. */
function convert(schema: z.ZodType, io: 'input' | 'output'): { schema: JsonSchema; components: Record<string, JsonSchema> } {
  const {
    $schema: _,
    $defs = {},
    ...root
  } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as JsonSchema & {
    $defs?: Record<string, JsonSchema>
  }
  const components = Object.fromEntries(Object.entries($defs).map(([name, definition]) => [name, toComponents(definition) as JsonSchema]))
  const id = schema.meta()?.id
  if (id === undefined) return { schema: toComponents(root) as JsonSchema, components }
  return { schema: { $ref: `#/components/schemas/${id}` }, components: { ...components, [id]: toComponents(root) as JsonSchema } }
}

function toComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toComponents)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id')
      .map(([key, member]) => [
        key,
        key === '$ref' && typeof member === 'string' ? member.replace('#/$defs/', '#/components/schemas/') : toComponents(member),
      ]),
  )
}

/** Every operation may answer with a problem. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const problem = { description: 'RFC 9457', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { responses?: Record<string, unknown> }[]) {
      if (operation.responses !== undefined) operation.responses.default ??= problem
    }
  }
  document.components ??= {}
  document.components.schemas = { ...document.components.schemas, Problem: problemSchema as never }
  return document
}

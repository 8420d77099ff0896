import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApiOf } from '../../apps/server/src/platform/http/openapi.js'
import { chance } from '../faults/chance.js'
import { type Desk, openDesk } from '../server/desk/desk.js'
import type { Visitor } from '../server/desk/visitor.js'
import { address, operationsOf, world } from './world.js'

type Schema = Readonly<Record<string, unknown>>

/** Few at every change; twenty with `npm run test:security`, two hundred with --full. */
const cases = process.env.FULL === '1' ? 200 : process.env.SECURITY === '1' ? 20 : 5
/** What ends the session of the one who asks, or makes files one after the other. */
const spared = /^\/(session|events)(\/|$)/

let desk: Desk
let editor: Visitor
let named: Record<string, string>
let document: { paths: Record<string, Record<string, Operation>>; components?: { schemas?: Record<string, Schema> } }
interface Operation {
  readonly parameters?: readonly { name: string; in: string }[]
  readonly requestBody?: { content?: Record<string, { schema?: Schema }> }
}
beforeAll(async () => {
  desk = await openDesk()
  const person = await desk.person('editor')
  editor = person
  const publication = await desk.publication('本刊', { editor: [person], reviewer: [person], releaser: [person], administrator: [person] })
  named = await world(person, publication)
  document = openApiOf(desk.app) as unknown as typeof document
})
afterAll(() => desk.close())

const random = chance(33)
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T

/** Values that have broken programs before: kinds that do not fit, ends of ranges, text that is none, other people's ids. */
const odd: readonly unknown[] = [
  [
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    1e308,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '𠮷',
    'a'.repeat(5000),
    '一'.repeat(300),
  ],
  ["' OR 1=1 --", '%', '_', '../../etc/passwd', '{{7*7}}', '<script>alert(1)</script>', '2024-02-30', '0000-01-01', '99999', 'NaN', '1e20'],
  [
    '00000000-0000-4000-8000-000000000000',
    'not-an-id',
    'javascript:alert(1)',
    'http://127.0.0.1/',
    [],
    {},
    [[]],
    [null],
    { a: 1 },
    '__proto__',
  ],
].flat()

/** Something the description says would be taken. */
function example(schema: Schema | undefined, depth = 0): unknown {
  if (schema === undefined || depth > 6) return 'x'
  if (typeof schema.$ref === 'string') return example(document.components?.schemas?.[schema.$ref.split('/').at(-1) as string], depth + 1)
  if (schema.const !== undefined) return schema.const
  if (Array.isArray(schema.enum)) return pick(schema.enum)
  for (const word of ['anyOf', 'oneOf', 'allOf']) if (Array.isArray(schema[word])) return example(pick(schema[word] as Schema[]), depth + 1)
  if (schema.type === 'object') return exampleObject(schema, depth)
  if (schema.type === 'array') return Array.from({ length: random(3) }, () => example(schema.items as Schema, depth + 1))
  if (schema.type === 'integer' || schema.type === 'number') return Number(schema.minimum ?? 1) + random(3)
  if (schema.type === 'boolean') return random(2) === 0
  if (schema.format === 'uuid') return pick(Object.values(named))
  return pick(['稿件', '2024-10-08', '规划与决策', 'a'])
}

function exampleObject(schema: Schema, depth: number): Record<string, unknown> {
  const required = new Set(schema.required as string[] | undefined)
  const entries = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  return Object.fromEntries(
    entries.filter(([name]) => required.has(name) || random(2) === 0).map(([name, one]) => [name, example(one, depth + 1)]),
  )
}

/** The same with one thing wrong, somewhere. */
function broken(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random(4) === 0) return pick(odd)
  if (Array.isArray(value))
    return value.length === 0 ? [pick(odd)] : value.map((one, at) => (at === random(value.length) ? broken(one) : one))
  const keys = Object.keys(value)
  if (keys.length === 0 || random(5) === 0) return { ...value, [pick(['id', 'role', 'constructor', '名', 'version'])]: pick(odd) }
  const key = pick(keys)
  const copy: Record<string, unknown> = { ...value, [key]: broken((value as Record<string, unknown>)[key]) }
  if (random(6) === 0) delete copy[key]
  return copy
}

/** Half a character cannot stand in an address. */
const wellFormed = (value: unknown): string => Buffer.from(String(value)).toString('utf8')

function anAddress(path: string, operation: Operation): string {
  const bad = random(4) === 0
  const ids = bad ? Object.fromEntries(Object.keys(named).map((name) => [name, encodeURIComponent(wellFormed(pick(odd)) || 'x')])) : named
  const asked = (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name)
  const query = [...asked, 'other'].filter(() => random(3) === 0).map((name) => `${name}=${encodeURIComponent(wellFormed(pick(odd)))}`)
  return `${address(path, ids)}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

it('whatever is asked, no operation answers with a fault, hangs, or lets a word of the database out', async () => {
  const faults: string[] = []
  let [asked, taken] = [0, 0]
  for (const { method, path } of operationsOf(desk).filter((one) => !spared.test(one.path))) {
    const operation = document.paths[`/api/v1${path}`]?.[method.toLowerCase()] ?? {}
    const schema = operation.requestBody?.content?.['application/json']?.schema
    for (let n = 0; n < cases; n += 1) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : random(3) === 0 ? example(schema) : broken(example(schema))
      const began = performance.now()
      const response = await editor.raw(method, anAddress(path, operation), { body, version: pick([1, 2, 9999]) })
      const text = await response.text()
      asked += 1
      if (response.ok) taken += 1
      const late = performance.now() - began > 20_000
      if (response.status >= 500 || late || /QueryFailed|violates|relation "|SELECT |at \w+ \(/.test(response.status >= 400 ? text : ''))
        faults.push(
          `${method} ${response.url.split('/api/v1')[1]} ${response.status} ${JSON.stringify(body)?.slice(0, 300)} ${text.slice(0, 200)}`,
        )
    }
  }
  console.log(`security fuzz ${JSON.stringify({ asked, taken, faults: faults.length })}`)
  expect(faults).toEqual([])
  expect(asked).toBeGreaterThan(cases * 60)
}, 900_000)

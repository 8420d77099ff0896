import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { messageCodes } from '#lib/editorial'

it('every code of this room has its sentence', () => {
  const folder = new URL('./', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  const codes = files.flatMap((file) =>
    [...readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8').matchAll(/'(ingest\/[a-z-]+)'/g)].map((found) => found[1] ?? ''),
  )
  expect([...new Set(codes)].filter((code) => !messageCodes.includes(code))).toEqual([])
})

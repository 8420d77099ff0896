import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { settingsTexts as en } from '../../apps/web/src/lib/texts/en/settings.js'
import { settingsTexts as zh } from '../../apps/web/src/lib/texts/zh/settings.js'

const server = join(import.meta.dirname, '../../apps/server/src')

/** Every act the server writes into the audit, as far as it stands there word for word. */
const acts = new Set(
  readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => [...readFileSync(join(server, path), 'utf8').matchAll(/\bact(?::| =) ([^\n,]*)/g)])
    .flatMap(([, line = '']) => [...line.matchAll(/'([a-z][a-z -]+)'/g)].map(([, act = '']) => act)),
)

it.each([
  ['Chinese', zh.acts],
  ['English', en.acts],
] as const)('names every act of the audit in %s', (_, words) => {
  expect(acts.size).toBeGreaterThan(40)
  expect([...acts].filter((act) => !(act in words))).toEqual([])
})

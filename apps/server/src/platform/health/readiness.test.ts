import { expect, test } from 'vitest'
import { Readiness } from './readiness.js'

const asked = async (checks: Record<string, () => Promise<unknown>>) => {
  const readiness = new Readiness()
  for (const [name, check] of Object.entries(checks)) readiness.add({ name, check })
  return readiness.ask()
}
const fine = async (): Promise<void> => {}

test('all there is ready, one missing is not, one failing soon is told', async () => {
  expect(await asked({ a: fine, b: async () => 'degraded' })).toEqual({ ready: true, checks: { a: 'ok', b: 'degraded' } })
  expect(
    await asked({
      a: fine,
      b: async () => {
        throw new Error('gone')
      },
    }),
  ).toEqual({ ready: false, checks: { a: 'ok', b: 'failing' } })
})

test('what does not answer in time is missing', async () => {
  expect(await asked({ slow: () => new Promise(() => {}) })).toEqual({ ready: false, checks: { slow: 'failing' } })
})

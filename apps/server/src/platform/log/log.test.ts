import { expect, test } from 'vitest'
import { createLog } from './log.js'
import { withContext } from './request-context.js'

const lines = (write: (log: ReturnType<typeof createLog>) => void): string[] => {
  const written: string[] = []
  write(createLog('info', 'test', { write: (line) => void written.push(line) }))
  return written
}

test('one event is one line, whatever stands in it', () => {
  const written = lines((log) => log.info({ title: 'a\r\nb\u2028c\u001b[31m' }, '行\n行'))
  expect(written.length).toBe(1)
  expect(written[0]?.trimEnd()).not.toMatch(/\p{Cc}/u)
})

test('secrets are blotted out, also inside', () => {
  const canary = 'kanarienvogel'
  const written = lines((log) =>
    log.info({ password: canary, request: { headers: { cookie: canary, authorization: canary } }, body: { newPassword: canary } }, 'x'),
  )
  expect(written.join('')).not.toContain(canary)
})

test('the request’s id goes along', () => {
  const written = lines((log) => withContext({ requestId: 'r1', job: 'j1' }, () => log.info('x')))
  expect(JSON.parse(written[0] as string)).toMatchObject({ requestId: 'r1', job: 'j1', program: 'test' })
})

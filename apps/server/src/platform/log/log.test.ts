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

test('of an error only kind, words, code and place are told, whatever a library has hung on it', () => {
  const canary = 'kanarienvogel'
  const error = Object.assign(new TypeError('duplicate key'), {
    code: '23505',
    query: `INSERT ${canary}`,
    parameters: [canary],
    detail: canary,
  })
  const [line = ''] = lines((log) => log.error({ err: error }, 'x'))
  expect(line).not.toContain(canary)
  expect(Object.keys((JSON.parse(line) as { err: object }).err)).toEqual(['type', 'message', 'code', 'stack'])
  expect(lines((log) => log.error({ err: { password: canary } }, 'x')).join('')).not.toContain(canary)
})

test('an error given alone is told the same way', () => {
  const canary = 'kanarienvogel'
  const [line = ''] = lines((log) => log.error(Object.assign(new Error('x'), { parameters: [canary] })))
  expect(line).not.toContain(canary)
})

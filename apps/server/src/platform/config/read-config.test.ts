import { expect, test } from 'vitest'
import { Refusal } from '#lib/editorial'
import { readConfig } from './read-config.js'

const refused = (env: NodeJS.ProcessEnv): Refusal => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('the configuration was taken')
}

const random = '4fJ0-rQm2VbX9tLk7sWcZ1yHaE6uNdPgT3oi'

test('nothing given is a whole desk on this machine', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ port: 3000, host: undefined, databaseUrl: undefined, redisUrl: undefined, logLevel: 'info' })
  expect(config.dataDir).toMatch(/\/data$/)
  expect(config.filesDir).toBe(`${config.dataDir}/files`)
})

test('an empty variable counts as not given, and flags win', () => {
  expect(readConfig({ PORT: '', DATA_DIR: '/a' }, { data: '/b', port: '81' })).toMatchObject({ port: 81, dataDir: '/b' })
})

test.each([
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL'],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL'],
  [{ PUBLIC_URL: 'bulletin.example.edu.cn' }, 'PUBLIC_URL'],
  [{ FILES_URL: 'ftp://x/y' }, 'FILES_URL'],
  [{ WORKER_CONCURRENCY: '0' }, 'WORKER_CONCURRENCY'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET'],
  [{ SESSION_SECRET: 'changeme-changeme-changeme-changeme' }, 'SESSION_SECRET'],
  // Many different characters, and still printed in every manual.
  [{ SESSION_SECRET: 'my-very-long-default-password-1234567' }, 'SESSION_SECRET'],
  [{ SESSION_SECRET: 'a'.repeat(60) }, 'SESSION_SECRET'],
  [{ HOST: 'a b' }, 'HOST'],
  [{ SMTP_URL: 'http://mail' }, 'SMTP_URL'],
  [{ CHECKER_URL: 'file:///etc/passwd' }, 'CHECKER_URL'],
  [{ CHECKER_MODEL: 'm' }, 'CHECKER_URL'],
  [{ LDAP_LOGIN: 'uid)(x=*' }, 'LDAP_LOGIN'],
  [{ SIGN_IN_CREATE: 'yes' }, 'SIGN_IN_CREATE'],
])('%o is named', (env, name) => {
  const refusal = refused(env)
  expect(refusal.code).toBe('config/wrong')
  expect(refusal.params.names).toBe(name)
  expect(refusal.params.problems).toContain(name)
})

test('every wrong one is named in one message', () => {
  expect(refused({ PORT: 'x', LOG_LEVEL: 'x', SESSION_SECRET: 'x' }).params.names).toBe('PORT SESSION_SECRET LOG_LEVEL')
})

test('what belongs together must be given together', () => {
  const refusal = refused({ OIDC_ISSUER: 'https://id.example', LDAP_URL: 'ldap://d' })
  expect(refusal.params.names).toBe('PUBLIC_URL OIDC_CLIENT_ID OIDC_CLIENT_SECRET LDAP_BASE_DN')
})

test('groups elsewhere are roles here, in a line for each', () => {
  const rules = 'cn=编辑部,ou=groups,dc=jzu => 规划与决策: editor reviewer; 领导 => 规划与决策：releaser'
  expect(readConfig({ SIGN_IN_ROLES: rules }).signIn.roles).toEqual([
    { group: 'cn=编辑部,ou=groups,dc=jzu', publication: '规划与决策', roles: ['editor', 'reviewer'] },
    { group: '领导', publication: '规划与决策', roles: ['releaser'] },
  ])
  expect(refused({ SIGN_IN_ROLES: '编辑部 => 规划与决策: king' }).params.names).toBe('SIGN_IN_ROLES')
  expect(refused({ SIGN_IN_ROLES: '编辑部' }).params.names).toBe('SIGN_IN_ROLES')
})

test('a random secret of enough length is taken', () => {
  expect(readConfig({ SESSION_SECRET: random }).sessionSecret).toBe(random)
})

test('the terminal’s language is spoken', () => {
  expect(refused({ PORT: 'x', LANG: 'en_GB.UTF-8' }).params.problems).toContain('whole number')
  expect(refused({ PORT: 'x', LANG: 'C' }).params.problems).toContain('整数')
})

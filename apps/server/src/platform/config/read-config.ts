import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { invalid, messageText } from '#lib/editorial'
import { projectRoot } from '../project-root.js'
import { checkerOf } from './checker-config.js'
import type { BucketConfig, Config } from './config.js'
import { type Environment, environmentSchema } from './environment-schema.js'
import { terminalLanguage } from './language.js'
import { signInOf } from './sign-in-of.js'

export interface ConfigFlags {
  readonly port?: string | undefined
  readonly data?: string | undefined
}

/** Checks every variable at once; refuses with one message that names each wrong one. Flags win over the environment. */
export function readConfig(env: NodeJS.ProcessEnv, flags: ConfigFlags = {}): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  if (flags.port !== undefined) given.PORT = flags.port
  if (flags.data !== undefined) given.DATA_DIR = flags.data
  const read = environmentSchema.safeParse(given)
  const wrong = [...(read.success ? [] : read.error.issues.map(problemOf)), ...halfGiven(given)]
  if (!read.success || wrong.length > 0) throw invalid('config/wrong', { problems: spell(wrong, env), names: names(wrong) })
  return assemble(read.data)
}

interface Problem {
  readonly name: string
  readonly code: string
  readonly params: Record<string, string | number>
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const name = String(issue.path[0])
  if (issue.code === 'custom' && issue.params !== undefined) {
    const { code, ...params } = issue.params as { code: string } & Record<string, string | number>
    return { name, code, params: { name, ...params } }
  }
  return { name, code: issue.message.startsWith('config/') ? issue.message : 'config/not-usable', params: { name } }
}

const together = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['LDAP_URL', 'LDAP_BASE_DN'],
]

/** Whoever signs in there comes back to our own address. */
const backHome = ['CAS_URL', 'OIDC_ISSUER']

/** Settings that mean nothing without each other. */
function halfGiven(given: Record<string, string | undefined>): Problem[] {
  const away = backHome.filter((name) => given[name] !== undefined)
  const homeless = away.length > 0 && given.PUBLIC_URL === undefined
  return [
    ...(homeless ? [{ name: 'PUBLIC_URL', code: 'config/needed-too', params: { name: 'PUBLIC_URL', others: away.join(' ') } }] : []),
    ...apart(given),
    ...unaddressed(given),
  ]
}

/** A key or a model for a checker nobody named. */
function unaddressed(given: Record<string, string | undefined>): Problem[] {
  const others = ['CHECKER_KEY', 'CHECKER_MODEL'].filter((name) => given[name] !== undefined)
  if (others.length === 0 || given.CHECKER_URL !== undefined) return []
  return [{ name: 'CHECKER_URL', code: 'config/needed-too', params: { name: 'CHECKER_URL', others: others.join(' ') } }]
}

function apart(given: Record<string, string | undefined>): Problem[] {
  return together.flatMap((group) => {
    const absent = group.filter((name) => given[name] === undefined)
    if (absent.length === 0 || absent.length === group.length) return []
    return absent.map((name) => ({
      name,
      code: 'config/needed-too',
      params: { name, others: group.filter((one) => given[one] !== undefined).join(' ') },
    }))
  })
}

const names = (problems: readonly Problem[]): string => [...new Set(problems.map((one) => one.name))].join(' ')

const spell = (problems: readonly Problem[], env: NodeJS.ProcessEnv): string =>
  problems.map((one) => messageText(one.code, one.params, terminalLanguage(env))).join(' ')

function assemble(env: Environment): Config {
  const dataDir = resolve(env.DATA_DIR ?? 'data')
  return {
    port: env.PORT ?? 3000,
    host: env.HOST,
    publicUrl: urlOf(env.PUBLIC_URL),
    dataDir,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    filesDir: env.FILES_URL?.startsWith('file:') === true ? fileURLToPath(env.FILES_URL) : join(dataDir, 'files'),
    bucket: bucketOf(env.FILES_URL),
    sessionSecret: env.SESSION_SECRET,
    fontsDir: resolve(env.FONTS_DIR ?? join(projectRoot(), 'fonts')),
    workerConcurrency: env.WORKER_CONCURRENCY ?? 2,
    logLevel: env.LOG_LEVEL ?? 'info',
    backupDir: env.BACKUP_DIR === undefined ? undefined : resolve(env.BACKUP_DIR),
    smtpUrl: env.SMTP_URL,
    signIn: signInOf(env),
    traces: urlOf(env.OTEL_EXPORTER_OTLP_ENDPOINT),
    outside: outsideOf(env),
    checker: checkerOf(env),
  }
}

const urlOf = (text: string | undefined): URL | undefined => (text === undefined ? undefined : new URL(text))

/** Source: trust.md S8, ports 80 and 443 unless the administrator adds some. */
const outsideOf = (env: Environment): Config['outside'] => ({
  open: env.FETCH !== 'off',
  ports: [80, 443, ...(env.FETCH_PORTS ?? []).map(Number)],
  allowed: (env.FETCH_ALLOW ?? []).map((host) => host.toLowerCase()),
})

/** A bucket's address carries its key, percent-encoded where it must be; TLS unless it says `tls=off`. */
function bucketOf(text: string | undefined): BucketConfig | undefined {
  if (text === undefined || !text.startsWith('s3:')) return undefined
  const url = new URL(text)
  const [, bucket = '', ...prefix] = url.pathname.split('/')
  const folder = prefix.filter(Boolean).join('/')
  return {
    endpoint: new URL(`${url.searchParams.get('tls') === 'off' ? 'http' : 'https'}://${url.host}`),
    bucket,
    prefix: folder === '' ? '' : `${folder}/`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
  }
}

import type { CheckerConfig } from './checker-config.js'
import type { SignInConfig } from './sign-in-config.js'

/** What the administrator decided, checked once at start and never read again from the environment. */
export interface Config {
  readonly port: number
  /** Undefined listens on every address. */
  readonly host: string | undefined
  readonly publicUrl: URL | undefined
  /** Absolute. */
  readonly dataDir: string
  /** Undefined: the embedded PostgreSQL in dataDir. */
  readonly databaseUrl: string | undefined
  /** Undefined: the queue lives in PostgreSQL. */
  readonly redisUrl: string | undefined
  /** Absolute folder of the file store; with a bucket, of this machine's copies. */
  readonly filesDir: string
  /** Undefined: files lie in filesDir. */
  readonly bucket: BucketConfig | undefined
  readonly sessionSecret: string | undefined
  readonly fontsDir: string
  readonly workerConcurrency: number
  readonly logLevel: LogLevel
  /** Absolute; undefined makes no backups by itself. */
  readonly backupDir: string | undefined
  readonly smtpUrl: string | undefined
  readonly signIn: SignInConfig
  /** The collector traces are told to; undefined: none, and none are kept. */
  readonly traces: URL | undefined
  readonly outside: OutsideConfig
  /** Null: no text is ever sent out to be checked. */
  readonly checker: CheckerConfig | null
}

/** How far the house may go out to other machines. */
export interface OutsideConfig {
  readonly open: boolean
  readonly ports: readonly number[]
  /** Machines that may be reached although they are private, `host` or `host:port`: the unit's own site in its own network. */
  readonly allowed: readonly string[]
}

/** An S3-compatible store, one bucket of it, and the key to it. */
export interface BucketConfig {
  readonly endpoint: URL
  readonly bucket: string
  /** Before every name: empty, or ending in a slash. */
  readonly prefix: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Injection token of the Config. */
export const CONFIG = Symbol('config')

import { z } from 'zod'
import { logLevels } from './config.js'
import { schemes } from './schemes.js'
import { signInVariables } from './sign-in-variables.js'

const whole = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
      params: { code: 'config/not-in-range', least, most },
    })
    .transform(Number)

/** Secrets printed in manuals and examples: known to everyone, so never a secret. A long random text may hold such a word by chance. */
const wellKnown = (text: string): boolean => text.length < 48 && /secret|change-?me|password|default|example/i.test(text)
/** House: 32 random bytes in any usual spelling have at least ten different characters. */
const monotonous = (text: string): boolean => new Set(text).size < 10

const secret = z
  .string()
  .refine((text) => Buffer.byteLength(text) >= 32, { params: { code: 'config/secret-short' } })
  .refine((text) => Buffer.byteLength(text) < 32 || !(wellKnown(text) || monotonous(text)), { params: { code: 'config/secret-known' } })

/** `s3://key:secret@host:port/bucket/prefix?region=…&tls=off` */
const isFilesUrl = (text: string): boolean => {
  if (!URL.canParse(text) || new URL(text).protocol !== 's3:') return true
  const { username, password, hostname, pathname } = new URL(text)
  return username !== '' && password !== '' && hostname !== '' && /^\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w./-]*)?$/.test(pathname)
}

const text = z.string().min(1)

/** Several values in one variable, parted by commas or blanks. */
const listOf = (form: RegExp, code: string) =>
  z
    .string()
    .transform((all) => all.split(/[\s,]+/).filter(Boolean))
    .refine((all) => all.every((one) => form.test(one)), { params: { code } })

/** Every variable of the contract, each optional; an empty one counts as not given. */
export const environmentSchema = z.object({
  PORT: whole(0, 65_535).optional(),
  HOST: text.regex(/^[\w.:%-]+$/, { error: 'config/not-a-host' }).optional(),
  PUBLIC_URL: schemes('http:', 'https:').optional(),
  DATA_DIR: text.optional(),
  DATABASE_URL: schemes('postgres:', 'postgresql:').optional(),
  REDIS_URL: schemes('redis:', 'rediss:').optional(),
  FILES_URL: schemes('file:', 's3:').refine(isFilesUrl, { error: 'config/not-a-bucket' }).optional(),
  SESSION_SECRET: secret.optional(),
  FONTS_DIR: text.optional(),
  WORKER_CONCURRENCY: whole(1, 64).optional(),
  LOG_LEVEL: z.enum(logLevels, { error: 'config/not-a-level' }).optional(),
  BACKUP_DIR: text.optional(),
  SMTP_URL: schemes('smtp:', 'smtps:').optional(),
  ...signInVariables,
  OTEL_EXPORTER_OTLP_ENDPOINT: schemes('http:', 'https:').optional(),
  FETCH: z.enum(['on', 'off'], { error: 'config/not-on-or-off' }).optional(),
  FETCH_PORTS: listOf(/^[1-9]\d{0,4}$/, 'config/not-ports').optional(),
  FETCH_ALLOW: listOf(/^(\[[\da-f:.]+\]|[\w.-]+)(:[1-9]\d{0,4})?$/i, 'config/not-hosts').optional(),
  CHECKER_URL: schemes('http:', 'https:').optional(),
  CHECKER_KEY: text.regex(/^[\x21-\x7e]+$/, { error: 'config/not-usable' }).optional(),
  CHECKER_MODEL: text.optional(),
})

export type Environment = z.output<typeof environmentSchema>

import { createHash, createHmac } from 'node:crypto'

export interface BucketKey {
  readonly accessKey: string
  readonly secretKey: string
  readonly region: string
}

export interface Unsigned {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** The SHA-256 of the body, which the server compares with what it receives. */
  readonly bodySha256: string
}

export const emptySha256 = createHash('sha256').digest('hex')

/** The headers of a request with its signature. Source: AWS Signature Version 4, as every S3-compatible store understands it. */
export function signRequest({ method, url, headers, bodySha256 }: Unsigned, key: BucketKey, at: Date): Record<string, string> {
  const moment = `${at.toISOString().replace(/[-:]|\.\d{3}/g, '')}`
  const scope = `${moment.slice(0, 8)}/${key.region}/s3/aws4_request`
  const sent: Record<string, string> = { ...headers, 'x-amz-content-sha256': bodySha256, 'x-amz-date': moment }
  const signed = Object.entries({ ...sent, host: url.host }).sort(([a], [b]) => (a < b ? -1 : 1))
  const names = signed.map(([name]) => name).join(';')
  const canonical = [method, url.pathname, queryOf(url), ...signed.map(([name, value]) => `${name}:${value.trim()}`), '', names, bodySha256]
  const text = ['AWS4-HMAC-SHA256', moment, scope, createHash('sha256').update(canonical.join('\n')).digest('hex')].join('\n')
  const signature = hmac(signingKey(key, moment.slice(0, 8)), text).toString('hex')
  return { ...sent, authorization: `AWS4-HMAC-SHA256 Credential=${key.accessKey}/${scope},SignedHeaders=${names},Signature=${signature}` }
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const signingKey = ({ secretKey, region }: BucketKey, day: string): Buffer =>
  [region, 's3', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secretKey}`, day))

const queryOf = (url: URL): string =>
  [...url.searchParams]
    .map(([name, value]) => `${spell(name)}=${spell(value)}`)
    .sort()
    .join('&')

const spell = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

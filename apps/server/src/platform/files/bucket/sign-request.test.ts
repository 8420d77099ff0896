import { expect, test } from 'vitest'
import { emptySha256, signRequest } from './sign-request.js'

/** The key and the requests of the examples in the description of the signature. */
const key = { accessKey: 'AKIAIOSFODNN7EXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' }
const at = new Date('2013-05-24T00:00:00Z')
const signatureOf = (path: string, headers: Record<string, string> = {}): string | undefined => {
  const url = new URL(path, 'https://examplebucket.s3.amazonaws.com')
  return signRequest({ method: 'GET', url, headers, bodySha256: emptySha256 }, key, at).authorization?.split('Signature=')[1]
}

test('a part of an object is asked for with the published signature', () => {
  expect(signatureOf('/test.txt', { range: 'bytes=0-9' })).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41')
})

test('a list is asked for with the published signature', () => {
  expect(signatureOf('/?max-keys=2&prefix=J')).toBe('34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7')
})

import { expect, test } from 'vitest'
import { IntegrityFault } from '../files/file-store.js'
import { faultKind } from './fault-kind.js'

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code })

test.each([
  [coded('ECONNREFUSED'), 'unavailable'],
  [coded('57P01'), 'unavailable'],
  [coded('53300'), 'unavailable'],
  [new Error('timeout exceeded when trying to connect'), 'unavailable'],
  [Object.assign(new Error('query failed'), { driverError: coded('08006') }), 'unavailable'],
  [coded('EMFILE'), 'unavailable'],
  [coded('53200'), 'unavailable'],
  [new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }), 'unavailable'],
  [coded('ENOSPC'), 'storage-full'],
  [coded('EROFS'), 'storage-full'],
  [coded('53100'), 'storage-full'],
  [new IntegrityFault('ab'), 'integrity'],
  [coded('23505'), 'fault'],
  [new TypeError('x is not a function'), 'fault'],
  [undefined, 'fault'],
])('%s is %s', (error, kind) => {
  expect(faultKind(error)).toBe(kind)
})

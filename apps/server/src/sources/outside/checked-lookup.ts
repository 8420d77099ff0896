import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.js'

/** A name that leads into a private network. */
export class PrivateName extends Error {
  override readonly name = 'PrivateName'
}

type Resolve = (hostname: string, options: { all: true }, answer: (error: Error | null, addresses: LookupAddress[]) => void) => void

/**
 * Looks a name up once and hands out only addresses that were checked, so what is connected to is what was judged: a name that answers
 * differently the second time gains nothing. One private address among them refuses the name.
 */
export const checkedLookup =
  (resolve: Resolve = lookup as unknown as Resolve): LookupFunction =>
  (hostname, options: LookupOptions, answer) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      if (error !== null) return answer(error, [])
      const first = addresses[0]
      if (first === undefined || !addresses.every((one) => isPublicAddress(one.address))) return answer(new PrivateName(hostname), [])
      if (options.all === true) answer(null, addresses)
      else answer(null, first.address, first.family)
    })
  }

import { isIP } from 'node:net'
import { invalid, type Refusal } from '#lib/editorial'
import type { OutsideConfig } from '../../platform/config/config.js'
import { isPublicAddress } from './public-address.js'

/** An address the house may ask, and whether its administrator opened it although it may be private. */
export interface Target {
  readonly url: URL
  readonly opened: boolean
}

/** One sentence for every address we do not ask, so that nobody learns from it what stands in our own network. */
export const refusedAddress = (): Refusal => invalid('fetch/refused')

/** Reads an address before anything is looked up. Refuses: another scheme or port, a name and password in it, an address of a private network. */
export function targetOf(address: string, { ports, allowed }: OutsideConfig): Target {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw refusedAddress()
  if (url.username !== '' || url.password !== '' || url.hostname === '') throw refusedAddress()
  url.hash = ''
  if (isOpened(url, allowed)) return { url, opened: true }
  if (!ports.includes(portOf(url)) || isPrivate(url.hostname)) throw refusedAddress()
  return { url, opened: false }
}

export const portOf = (url: URL): number => Number(url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : url.port)

const isOpened = (url: URL, allowed: readonly string[]): boolean =>
  allowed.includes(url.hostname) || allowed.includes(`${url.hostname}:${portOf(url)}`)

/** IP literals are judged here, because the network stack looks no name up for them; names that can only mean this machine or this network as well. */
function isPrivate(hostname: string): boolean {
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) > 0) return !isPublicAddress(literal)
  const name = hostname.replace(/\.$/, '').toLowerCase()
  return !name.includes('.') || /(^|\.)(localhost|local|internal|home\.arpa|localdomain)$/.test(name)
}

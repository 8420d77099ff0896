import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address belongs to the open network. Addresses that carry another one inside them (mapped, 6to4, NAT64, Teredo) count as private:
 * where they lead is not told by the address itself. Source: trust.md S8.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  if (isIP(bare) === 0) return false
  const parsed = ipaddr.parse(bare)
  if (parsed.kind() === 'ipv6' && (parsed as ipaddr.IPv6).isIPv4MappedAddress()) return false
  return parsed.range() === 'unicast' && !isCompatible(parsed)
}

/** `::1.2.3.4`, the old way to carry an IPv4 address, which the ranges know as ordinary. Source: RFC 4291 2.5.5.1. */
function isCompatible(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.kind() === 'ipv6' && (address as ipaddr.IPv6).parts.slice(0, 6).every((part) => part === 0)
}

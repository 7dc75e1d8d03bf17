import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')

/**
 * True for an address that anybody on the internet could be asked at. Loopback, private, link-local, carrier-grade, documentation,
 * benchmark, multicast and reserved ranges are not, nor are those that carry another address inside (NAT64, 6to4, Teredo): what
 * they lead to cannot be seen. An IPv4 address in IPv6 form is judged as the IPv4 address.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry, and the registry for IPv6
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address)
  if (parsed === undefined) return false
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST)
}

export type Range = ReturnType<typeof ipaddr.parseCIDR>

/** "10.1.0.0/16" or "10.1.2.3"; undefined where it is neither. */
export function rangeOf(text: string): Range | undefined {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  const single = parse(text)
  return single && [single, single.kind() === 'ipv4' ? 32 : 128]
}

export function isInRange(address: string, [start, bits]: Range): boolean {
  const parsed = parse(address)
  return parsed !== undefined && parsed.kind() === start.kind() && parsed.match(start, bits)
}

function parse(address: string) {
  const bare = address.replace(/^\[|\]$/g, '')
  return isIP(bare) !== 0 && !bare.includes('%') ? ipaddr.process(bare) : undefined
}

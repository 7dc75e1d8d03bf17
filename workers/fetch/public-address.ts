import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6
export type Range = [Address, number]

/**
 * Whether an IP address is a unicast address of the public internet; false for whatever is no address in its usual form.
 *
 * IPv4: all but this network (0/8), private (10/8, 172.16/12, 192.168/16), shared (100.64/10, with Alibaba's metadata),
 * loopback (127/8), link-local (169.254/16, with the metadata of most clouds), protocol assignments (192.0.0/24, with Oracle's
 * metadata), documentation (192.0.2/24, 198.51.100/24, 203.0.113/24), benchmarks (198.18/15), the anycast of 6to4, AS112 and AMT
 * (192.88.99/24, 192.31.196/24, 192.175.48/24, 192.52.193/24), multicast (224/4), reserved and broadcast (240/4), and Azure's
 * metadata (168.63.129.16).
 * IPv6: only 2000::/3, and of that not what stands for something else: Teredo, benchmarks, ORCHID and the rest of 2001::/23,
 * documentation (2001:db8::/32, 3fff::/20), 6to4 (2002::/16), AS112 (2620:4f:8000::/48). So loopback, unique local (fc00::/7, with
 * the metadata of AWS and Google), link-local, site-local, multicast and IPv4-compatible addresses are out. An IPv4 address that is
 * mapped (::ffff:0:0/96) or goes through NAT64 (64:ff9b::/96) counts as that IPv4 address. An address with a zone is local.
 *
 * @see the IANA IPv4 and IPv6 Special-Purpose Address Registries, RFC 6890
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || text.includes('%')) return false
  const address = withoutWrapping(ipaddr.parse(text))
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' ? !isIn(address, AZURE_METADATA) : isIn(address, GLOBAL_UNICAST)
}

const AZURE_METADATA = ipaddr.parseCIDR('168.63.129.16/32')
/** `ipaddr.js` calls every IPv6 address unicast that it knows nothing of. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')
const MAPPED = ipaddr.parseCIDR('::ffff:0:0/96')
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96')

/** Whether an address, also one of IPv4 in the clothes of IPv6, lies in a range. */
export function isInRange(text: string, range: Range): boolean {
  return isIP(text) !== 0 && isIn(withoutWrapping(ipaddr.parse(text)), range)
}

/** The range that `10.1.0.0/16`, `fd12::/64` or a single address names, undefined for anything else. */
export function rangeOf(text: string): Range | undefined {
  const [address = '', length] = text.split('/')
  if (isIP(address) === 0) return undefined
  if (length === undefined) return [ipaddr.parse(address), isIP(address) === 4 ? 32 : 128]
  return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined
}

function isIn(address: Address, [base, length]: Range): boolean {
  return address.kind() === base.kind() && address.match(base, length)
}

function withoutWrapping(address: Address): Address {
  const isWrapped = isIn(address, MAPPED) || isIn(address, NAT64)
  return isWrapped ? new ipaddr.IPv4(address.toByteArray().slice(-4)) : address
}

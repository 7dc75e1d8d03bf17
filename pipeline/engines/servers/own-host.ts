import ipaddr from 'ipaddr.js'

/**
 * True for this machine and those of one's own network, by their name or address: nobody bills what is asked there.
 * @param hostname as `URL` gives it, an IPv6 address in brackets
 */
export function isOwnHost(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (ipaddr.isValid(name)) return OWN_RANGES.has(ipaddr.process(name).range())
  return !name.includes('.') || OWN_NAMES.test(name)
}

const OWN_RANGES: ReadonlySet<string> = new Set([
  'loopback',
  'private',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
  'unspecified',
])
/** A name without a dot is one of the same network, such as a container's. */
const OWN_NAMES = /\.(?:localhost|local|lan|internal|home\.arpa)$/

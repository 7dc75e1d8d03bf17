import { networkInterfaces } from 'node:os'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { isInRange, isPublicAddress, type Range, rangeOf } from './public-address.ts'

/** Where a connection goes: the host as the URL names it, and the address that this was found to be. */
type Destination = { host: string; port: number; address: string }
export type ConnectionRule = (destination: Destination) => boolean

/**
 * The ports of public web servers. A closed list: a fetch must not become a way to scan ports, or to speak to mail servers and
 * databases in the name of this machine.
 */
export const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443]

/**
 * The rule that says which connections may be made: those to public addresses on the ports of web servers, never to this machine,
 * and those that the operator lets through. An entry of `allow` is
 * - `cms.newsroom.example:8000`: this name on this port, whatever address it has;
 * - `10.1.2.3:8000` or `[fd12::3]:8000`: this address on this port, by whatever name;
 * - `10.1.2.0/24` or `fd12::/64`: every port of every machine in this range.
 *
 * @param ownAddresses of this machine: a connection to oneself passes by the firewall, also where the address is public
 * @throws StandpointError CONFIG_INVALID naming the first entry that is none of these
 */
export function connectionRule(allow: readonly string[], ownAddresses = addressesOfThisMachine): ConnectionRule {
  const allowed = allow.map(ruleOf)
  const isWeb: ConnectionRule = ({ port, address }) =>
    WEB_PORTS.includes(port) && isPublicAddress(address) && !isAnyOf(address, ownAddresses())
  return (destination) => isWeb(destination) || allowed.some((allows) => allows(destination))
}

function ruleOf(entry: string): ConnectionRule {
  const range = entry.includes('/') ? rangeOf(entry) : undefined
  if (range !== undefined) return ({ address }) => isInRange(address, range)
  const { host, port } = hostAndPortOf(entry)
  const single = rangeOf(host)
  if (single !== undefined) return (to) => to.port === port && isInRange(to.address, single)
  return (to) => to.port === port && to.host === host
}

function hostAndPortOf(entry: string): { host: string; port: number } {
  const { port } = /^[^\s/@?#\\]+:(?<port>\d{1,5})$/.exec(entry)?.groups ?? {}
  const url = URL.canParse(`http://${entry}`) ? new URL(`http://${entry}`) : undefined
  if (url !== undefined && Number(port) > 0) return { host: withoutBrackets(url.hostname), port: Number(port) }
  throw new StandpointError('CONFIG_INVALID', 'This is neither a host with its port nor a range of addresses', {
    where: entry,
    fix: 'Write it as cms.newsroom.example:8000, 10.1.2.3:8000, [fd12::3]:8000 or 10.1.2.0/24.',
  })
}

/** An IPv6 address as sockets name it; every other host as it is. */
export function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}

function isAnyOf(address: string, others: readonly string[]): boolean {
  return others.some((other) => {
    const range: Range | undefined = rangeOf(other)
    return range !== undefined && isInRange(address, range)
  })
}

function addressesOfThisMachine(): string[] {
  return Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address))
}

import { lookup } from 'node:dns/promises'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { Resolve } from './checked-connector.ts'
import { checkedUrl } from './checked-url.ts'
import { connectionRule, WEB_PORTS, withoutBrackets } from './connection-rule.ts'

/**
 * Tells early what a connection would be refused for. It is no leave to connect: a name may lead elsewhere by then, so each
 * connection is checked as it is made. A name that cannot be looked up at the moment passes.
 * @throws StandpointError URL_REFUSED
 */
export async function refuseAddress(
  address: string,
  { allow, resolve = addressesOf }: { allow: readonly string[]; resolve?: Resolve },
): Promise<void> {
  const url = checkedUrl(address)
  const host = withoutBrackets(url.hostname)
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const mayConnect = connectionRule(allow)
  const addresses = await resolve(host).catch(unlessUnknown)
  if (addresses === undefined) return
  if (addresses.length > 0 && addresses.every((each) => mayConnect({ host, port, address: each }))) return
  throw new StandpointError('URL_REFUSED', 'The address leads to no web server of the public internet', {
    fix: `Check its spelling; its port must be ${WEB_PORTS.join(', ')}. The operator of this server can let others through.`,
  })
}

async function addressesOf(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address)
}

function unlessUnknown(cause: unknown): readonly string[] | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : undefined
}

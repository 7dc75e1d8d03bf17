import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { buildConnector } from 'undici'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { type ConnectionRule, WEB_PORTS, withoutBrackets } from './connection-rule.ts'

/** Name → all its addresses. Rejects with the code `ENOTFOUND` when there is no such name. */
export type Resolve = (host: string) => Promise<readonly string[]>

type Checks = { mayConnect: ConnectionRule; resolve: Resolve; connectMs: number }

/**
 * What opens the connections of an undici `Agent`, each checked twice: all addresses of the name before one is dialled, and the
 * address of the socket before a byte goes over it. The name is resolved once, and what was checked is what is dialled, so a name
 * that changes its address between check and connection ("rebinding") gains nothing.
 * One address that may not be reached refuses the name: honest names do not mix, and chance must not decide what is dialled.
 * Fails with StandpointError URL_REFUSED, the same for a name that does not exist and one with an internal address, so that nobody
 * learns which internal names there are.
 */
export function checkedConnector(checks: Checks): buildConnector.connector {
  const secure = buildConnector({ allowH2: false, maxCachedSessions: 0, timeout: checks.connectMs })
  return (target, callback) => {
    dial(target, checks).then(
      (socket) =>
        target.protocol === 'https:' ? secure({ ...target, httpSocket: socket }, callback) : callback(null, socket),
      (error) => callback(error, null),
    )
  }
}

async function dial(target: buildConnector.Options, { mayConnect, resolve, connectMs }: Checks): Promise<Socket> {
  const host = withoutBrackets(target.hostname)
  const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80))
  const addresses = isIP(host) === 0 ? await resolved(host, resolve) : [host]
  const isChecked = (address: string) => mayConnect({ host, port, address })
  if (addresses.length === 0 || !addresses.every(isChecked)) throw refused(port)
  const socket = await connectToOne(addresses, { ...target, port: String(port) }, connectMs)
  if (isChecked(socket.remoteAddress ?? '')) return socket
  socket.destroy()
  throw refused(port)
}

async function resolved(host: string, resolve: Resolve): Promise<readonly string[]> {
  try {
    return await resolve(host)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ENOTFOUND' || code === 'ENODATA') return []
    throw cause
  }
}

/** A TCP connection to the first of the addresses that answers; TLS comes on top of it, once the address has been checked. */
function connectToOne(addresses: readonly string[], target: buildConnector.Options, timeout: number): Promise<Socket> {
  const found: LookupAddress[] = addresses.map((address) => ({ address, family: isIP(address) }))
  const lookup: LookupFunction = (_host, _options, callback) => callback(null, found)
  const connect = buildConnector({ lookup, timeout, autoSelectFamily: true })
  return new Promise((settle, fail) => {
    connect({ ...target, protocol: 'http:' }, (error, socket) => (error === null ? settle(socket) : fail(error)))
  })
}

function refused(port: number): StandpointError {
  if (!WEB_PORTS.includes(port)) {
    return new StandpointError('URL_REFUSED', `Port ${port} is not one of a public web server`, {
      fix: `Use an address on port ${WEB_PORTS.join(', ')}; the operator of this server can let others through.`,
    })
  }
  return new StandpointError('URL_REFUSED', 'The address leads to no machine of the public internet', {
    fix: 'Check its spelling; the operator of this server can let machines of an internal network through.',
  })
}

import { Cluster, Redis, type RedisOptions } from 'ioredis'
import type { RedisAddress } from './redis-address.ts'

/** `asker`: answers at once, with an error while the server is away; `waiter`: waits until it is back. */
export type ConnectionKind = 'asker' | 'waiter'

const CONNECT_MS = 5000

/** A connection that is opened by its `connect`, to whatever kind of Redis the address names. */
export function redisConnection(
  address: RedisAddress,
  kind: ConnectionKind,
  onError: (error: Error) => void,
): Redis | Cluster {
  const connection = address.kind === 'cluster' ? clusterOf(address, kind) : new Redis(optionsOf(address, kind))
  connection.on('error', onError)
  return connection
}

function optionsOf(address: RedisAddress, kind: ConnectionKind): RedisOptions {
  const { hosts, master, database, isTls } = address
  const shared: RedisOptions = { ...commonOf(address, kind), db: database, lazyConnect: true, ...offline(kind) }
  if (address.kind === 'server') return { ...shared, ...hosts[0] }
  return {
    ...shared,
    sentinels: [...hosts],
    name: master,
    ...(isTls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
    sentinelRetryStrategy: (times) => Math.min(1000, 50 * times),
  }
}

function clusterOf(address: RedisAddress, kind: ConnectionKind): Cluster {
  return new Cluster([...address.hosts], {
    ...offline(kind),
    lazyConnect: true,
    // Names in certificates are the ones of the address, not those that the nodes tell each other.
    ...(address.isTls && { dnsLookup: (host, callback) => callback(null, host) }),
    clusterRetryStrategy: (times) => Math.min(1000, 50 * times),
    redisOptions: commonOf(address, kind),
  })
}

function commonOf({ username, password, isTls }: RedisAddress, kind: ConnectionKind): RedisOptions {
  return {
    username,
    password,
    ...(isTls && { tls: {} }),
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: kind === 'asker' ? 1 : null,
  }
}

function offline(kind: ConnectionKind): { enableOfflineQueue?: boolean } {
  return kind === 'asker' ? { enableOfflineQueue: false } : {}
}

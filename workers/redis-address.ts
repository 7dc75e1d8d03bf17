/** Where a Redis or Valkey is: one server, the master that sentinels name, or the nodes of a cluster to begin with. */
export type RedisAddress = {
  kind: 'server' | 'sentinel' | 'cluster'
  hosts: readonly { host: string; port: number }[]
  isTls: boolean
  username?: string
  password?: string
  /** Of a sentinel. */
  master?: string
  database: number
}

/** The forms, as they are shown to people. */
export const REDIS_FORMS = [
  'redis://[user:password@]host[:port][/database]',
  'redis+sentinel://[user:password@]host[:port],host[:port]/master[/database]',
  'redis+cluster://[user:password@]host[:port],host[:port]',
] as const

/** Undefined where it is none of these forms, each also with `rediss` for TLS. User and password are percent-encoded. */
export function redisAddressOf(text: string): RedisAddress | undefined {
  const { scheme, form, login, hosts, path } = ADDRESS.exec(text)?.groups ?? {}
  if (scheme === undefined || hosts === undefined) return undefined
  const kind = form === 'sentinel' || form === 'cluster' ? form : 'server'
  const listed = hosts.split(',').map((host) => hostOf(host, kind === 'sentinel' ? 26_379 : 6379))
  if (listed.length > 1 && kind === 'server') return undefined
  const where = pathOf(kind, path ?? '')
  const who = loginOf(login)
  if (where === undefined || who === undefined || !listed.every((host) => host !== undefined)) return undefined
  return { kind, hosts: listed, isTls: scheme.toLowerCase() === 'rediss', ...who, ...where }
}

const ADDRESS =
  /^(?<scheme>rediss?)(?:\+(?<form>sentinel|cluster))?:\/\/(?:(?<login>[^@/?#]*)@)?(?<hosts>[^@/?#]+)(?:\/(?<path>[^?#]*))?$/i
const HOST = /^(?:\[(?<v6>[0-9a-f:.]+)\]|(?<name>[^\s:[\]]+))(?::(?<port>\d{1,5}))?$/i

function hostOf(text: string, usualPort: number): { host: string; port: number } | undefined {
  const { v6, name, port } = HOST.exec(text)?.groups ?? {}
  const host = v6 ?? name
  const number = port === undefined ? usualPort : Number(port)
  return host === undefined || number < 1 || number > 65_535 ? undefined : { host, port: number }
}

/** Of a server its database, of a sentinel the name of the master and perhaps a database, of a cluster nothing. */
function pathOf(kind: RedisAddress['kind'], path: string): { master?: string; database: number } | undefined {
  const parts = path.split('/').filter((part) => part !== '')
  const master = kind === 'sentinel' ? parts.shift() : undefined
  if (kind === 'sentinel' && master === undefined) return undefined
  if (parts.length > (kind === 'cluster' ? 0 : 1) || !/^\d{0,4}$/.test(parts[0] ?? '')) return undefined
  return { ...(master !== undefined && { master: decoded(master) ?? master }), database: Number(parts[0] ?? 0) }
}

function loginOf(login: string | undefined): { username?: string; password?: string } | undefined {
  if (login === undefined || login === '') return {}
  const at = login.indexOf(':')
  const [user, password] = at < 0 ? [login, ''] : [login.slice(0, at), login.slice(at + 1)]
  const known = { username: decoded(user), password: decoded(password) }
  if (known.username === undefined || known.password === undefined) return undefined
  return { ...(known.username && { username: known.username }), ...(known.password && { password: known.password }) }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** As it may be shown: without user and password. */
export function shownRedisAddress({ kind, hosts, isTls, master, database }: RedisAddress): string {
  const form = kind === 'server' ? '' : `+${kind}`
  const listed = hosts.map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`).join(',')
  const path = [master, database > 0 ? database : undefined].filter((part) => part !== undefined).join('/')
  return `${isTls ? 'rediss' : 'redis'}${form}://${listed}${path && `/${path}`}`
}

import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { sha256 } from '../pipeline/schema/hash.ts'
import type { ApiKey, KeyStore, NewKey, Scope } from '../pipeline/schema/request-contract.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. Every route names it. */
    access?: Access
    /** Its body is read as it comes, and may take its time. */
    isStream?: boolean
  }
  interface FastifyRequest {
    /** Of whoever calls; present on every route that is not public. */
    apiKey?: ApiKey
  }
}

/** `public`: without a key. `any`: with any key. A scope: with a key that has it, or `admin`. */
type Access = 'public' | 'any' | Scope

/** A new secret with what is kept of it. */
export function newSecret(): { secret: string; hash: string } {
  const secret = `sp_${randomBytes(32).toString('base64url')}`
  return { secret, hash: sha256(secret) }
}

/** Ids of one kind begin alike and sort by their time. */
export function newId(kind: 'an' | 'ba' | 'key' | 'wh' | 'req'): string {
  return `${kind}_${uuidv7().replaceAll('-', '')}`
}

/** The key with which the first start of a server lets its owner in. Undefined where there is a key already. */
export async function firstKey(keys: KeyStore): Promise<string | undefined> {
  const { secret, hash } = newSecret()
  const first: NewKey = { id: newId('key'), name: 'first admin key', hash, scopes: ['admin'] }
  return (await keys.createFirst(first)) === undefined ? undefined : secret
}

/** How long a key that was looked up is trusted: so late at most another process hears that it was revoked. */
const TRUSTED_MS = 5000
const MOST_TRUSTED = 10_000

export type Guard = {
  /** Forgets what was looked up: a key was changed here. */
  forget(): void
}

/** Asks every request for its key before its body is read. A route that does not say who may call it is a mistake of ours. */
export function guard(
  app: FastifyInstance,
  keys: KeyStore,
  refuse: (error: StandpointError, request: FastifyRequest, reply: FastifyReply) => FastifyReply,
): Guard {
  const trusted = new Map<string, { key: ApiKey; until: number }>()
  const lookUp = async (hash: string): Promise<ApiKey | undefined> => {
    const known = trusted.get(hash)
    if (known !== undefined && performance.now() < known.until) return known.key
    const key = await keys.byHash(hash)
    if (trusted.size >= MOST_TRUSTED) trusted.clear()
    if (key === undefined) trusted.delete(hash)
    else trusted.set(hash, { key, until: performance.now() + TRUSTED_MS })
    return key
  }
  app.addHook('onRoute', refuseUnguarded)
  const admit = async (request: FastifyRequest, access: Exclude<Access, 'public'>) => {
    request.apiKey = await keyOf(request, lookUp)
    if (access !== 'any' && !allows(request.apiKey.scopes, access)) throw lacks(access)
  }
  app.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config.access ?? 'admin'
    if (access === 'public' || request.is404) return undefined
    try {
      await admit(request, access)
    } catch (error) {
      if (!(error instanceof StandpointError)) throw error
      return refuse(error, request, reply) // here, since routes of libraries have error handlers of their own
    }
    return undefined
  })
  return { forget: () => trusted.clear() }
}

function allows(scopes: readonly Scope[], scope: Scope): boolean {
  return scopes.includes(scope) || scopes.includes('admin')
}

/** Routes of libraries, which cannot say themselves who may call them. */
const FOREIGN: readonly { prefix: string; access: Access }[] = [
  { prefix: '/docs', access: 'public' },
  { prefix: '/admin/queues', access: 'admin' },
]

function refuseUnguarded(route: RouteOptions): void {
  const foreign = FOREIGN.find(({ prefix }) => route.url === prefix || route.url.startsWith(`${prefix}/`))
  if (foreign !== undefined) route.config = { ...route.config, access: foreign.access }
  if (route.config?.access === undefined) throw new Error(`the route ${route.url} does not say who may call it`)
}

async function keyOf(request: FastifyRequest, lookUp: (hash: string) => Promise<ApiKey | undefined>): Promise<ApiKey> {
  const secret = secretOf(request.headers.authorization)
  if (secret === undefined) {
    throw new StandpointError('KEY_MISSING', 'The request has no key', {
      fix: 'Send the header "Authorization: Bearer sp_…". The first start of the server printed a key.',
    })
  }
  const key = await lookUp(sha256(secret))
  if (key === undefined) {
    throw new StandpointError('KEY_REFUSED', 'The key is not known, was revoked or has expired', {
      fix: 'Ask whoever runs the server for a new one.',
    })
  }
  return key
}

const LONGEST_SECRET = 200

/** From `Bearer`, or from the password of `Basic`, which browsers ask for. */
function secretOf(header: string | undefined): string | undefined {
  const [scheme, value] = header?.split(' ') ?? []
  if (value === undefined || value.length > LONGEST_SECRET) return undefined
  switch (scheme?.toLowerCase()) {
    case 'bearer':
      return value
    case 'basic':
      return Buffer.from(value, 'base64').toString('utf8').split(':')[1]
    default:
      return undefined
  }
}

function lacks(scope: Scope): StandpointError {
  return new StandpointError('SCOPE_MISSING', `The key may not do this: it lacks the scope "${scope}"`, {
    fix: 'Use a key that has it. GET /v1/keys/current shows what a key may do.',
  })
}
